import type { RehearsalClock } from '../clock.ts';
import { createRehearsalClock, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { parseLocal } from '../domain/local-time.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import type { Store } from '../store/store.ts';
import { OPENING, PAST_MS } from './opening.ts';
import { chooseStart } from './start-time.ts';

/**
 * The clock of a rehearsal. The same start setting goes on where the clock stood; a new one begins there.
 * A fresh room without platforms begins weeks earlier, so that there is a past to look at.
 */
export function openRehearsalClock(config: Config, store: Store, rules: RuleBook | null): RehearsalClock {
  const speed = config.rehearsal?.speed ?? 1;
  const wanted = config.rehearsal?.start ?? 'auto';
  const stood = store.facts.get('rehearsal_now');
  if (store.facts.get('rehearsal_start') === wanted && stood !== null)
    return createRehearsalClock(Number(stood), speed);
  store.facts.set('rehearsal_start', wanted);
  const told = wanted === 'auto' ? null : parseLocal(wanted, config.timeZone);
  const start = told ?? (rules === null ? systemClock.now() : chooseStart(rules, systemClock.now()));
  const isBare = config.platforms.length === 0 && store.ruleBooks.newestId() === null;
  if (!isBare) return createRehearsalClock(start, speed);
  store.facts.set(OPENING, String(start));
  return createRehearsalClock(start - PAST_MS, speed);
}
