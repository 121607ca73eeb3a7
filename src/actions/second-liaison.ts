import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Question } from '../store/questions.ts';
import type { Outgoing } from '../wording/message.ts';
import { sayAskSecond, sayReplacedReason, saySecondDecision } from '../wording/second-liaison.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { endRoles } from './end-access.ts';
import { tellCoordinators } from './tell.ts';

/** Two people report for one unit quite lawfully; after that long nobody asks any more. */
const ASKED_MS = 14 * 24 * 3600_000;

/** Asks the coordinators whether a unit that has a liaison keeps that one beside the newcomer. In the caller's transaction. */
export function askAboutSecond(desk: Desk, newcomer: number, unit: string, now: Instant): void {
  const { store } = desk;
  if (othersThan(desk, newcomer, unit).length === 0) return;
  const expiresAt = now + ASKED_MS;
  const id = store.questions.add({ kind: 'second-liaison', person: newcomer, unit, askedAt: now, expiresAt });
  const question = store.questions.find(id);
  if (question !== null) tellCoordinators(desk, askingOf(desk, question), now);
}

/** What still has to be decided of that kind, as it was asked. What settled itself, because one of them left, is not among it. */
export function openSecondQuestions(desk: Desk, now: Instant): Outgoing[] {
  return desk.store.questions
    .open('second-liaison', now)
    .filter((question) => isStillOpen(desk, question))
    .map((question) => askingOf(desk, question));
}

export interface SecondDecided {
  unit: string;
  /** Name of who is not the liaison any more; null: everybody stays. */
  ended: string | null;
}

/** Decides it, once: `end` is the earlier liaison whose role ends, 0 for the only one there is, null to keep them all. */
export function decideSecond(desk: Desk, act: Act, id: number, end: number | null): Result<SecondDecided> {
  const { store } = desk;
  if (!may(desk, act.person, 'end-access')) return no({ problem: 'not-allowed' });
  const question = store.questions.find(id);
  if (question?.kind !== 'second-liaison' || question.unit === null) return no({ problem: 'no-such-question' });
  const { unit, decidedAt, person } = question;
  if (decidedAt !== null) return no({ problem: 'decided-already', ...decisionOn(desk, question), at: decidedAt });
  if (act.at >= question.expiresAt || !isStillOpen(desk, question)) return no({ problem: 'question-over' });
  const others = othersThan(desk, person, unit);
  const leaving = end === null ? null : others.find((one) => one.person === end || (end === 0 && others.length === 1));
  if (leaving === undefined) return no({ problem: 'no-such-role' });
  return store.transact(() => {
    if (leaving !== null) {
      const reason = sayReplacedReason(nameOf(desk, person));
      const order = { person: leaving.person, roles: [{ role: 'liaison', unit } as const], reason };
      const ended = endRoles(desk, act, order);
      if (!ended.ok) return ended;
    }
    store.questions.decide(id, leaving === null ? 'keep' : `end:${leaving.person}`, act.person, act.at);
    store.audit.add(act.at, act.person, 'decide-liaison', unit, { question: id, ended: leaving?.person ?? null });
    return ok({ unit: store.units.find(unit, dayOf(act.at, desk.zone))?.name ?? unit, ended: leaving?.name ?? null });
  });
}

function decisionOn(desk: Desk, { decidedBy, answer }: Question): { by: string | null; answer: string } {
  const ended = /^end:(\d+)$/u.exec(answer ?? '')?.[1];
  return {
    by: decidedBy === null ? null : nameOf(desk, decidedBy),
    answer: saySecondDecision(ended === undefined ? null : nameOf(desk, Number(ended))),
  };
}

function askingOf(desk: Desk, { id, person, unit, askedAt }: Question): Outgoing {
  const { store, zone } = desk;
  const name = store.units.find(unit ?? '', dayOf(askedAt, zone))?.name ?? unit ?? '';
  return sayAskSecond({ id, unit: name, newcomer: nameOf(desk, person), others: othersThan(desk, person, unit ?? '') });
}

function isStillOpen({ store }: Desk, { person, unit }: Question): boolean {
  const liaisons = store.people.ofUnit(unit ?? '').filter(({ role }) => role === 'liaison');
  return liaisons.some((one) => one.person === person) && liaisons.some((one) => one.person !== person);
}

function othersThan({ store }: Desk, newcomer: number, unit: string) {
  return store.people.ofUnit(unit).filter(({ role, person }) => role === 'liaison' && person !== newcomer);
}
