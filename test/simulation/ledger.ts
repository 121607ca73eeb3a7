import type { Plan } from '../../src/plan/plan.ts';
import type { Journal } from './journal.ts';
import { inWords } from './journal.ts';
import type { Machine } from './machine.ts';
import type { Account, Person } from './person.ts';
import type { Arrived } from './platform-bot.ts';
import { type Reading, saidIn } from './reading.ts';
import { dayIn, periodIn } from './said-round.ts';
import type { Timeline } from './timeline.ts';
import { readTotals } from './totals.ts';

const BOOKS = 'I17 every change has its line in the audit';

/** What somebody was told they had done, to one report. */
interface Told {
  at: number;
  by: string;
  action: string;
  unit: string;
  period: string;
  /** Bot time of its line in the audit. */
  lineAt: number;
  isLost: boolean;
}

const DONE = { 'gia hạn': 'extend', miễn: 'waive', 'bỏ miễn': 'owe-again' } as const;
const UNDONE = { 'gia hạn': 'undo-extend', miễn: 'undo-waive', duyệt: 'undo-accept' } as const;

export interface LedgerParts {
  timeline: Timeline;
  journal: Journal;
  machine: () => Machine;
  plan: Plan;
}

/** Everything coordinators were told was done, by the words they were told it in, held against the audit: who, which report, from, to, why. */
export function createLedger({ timeline, journal, machine, plan }: LedgerParts) {
  const told: Told[] = [];
  /** The preview each chat confirmed last. */
  const confirmed = new Map<Account, string>();
  /** What was typed last in each chat when something was sent back: a message that arrives twice is at times answered twice. */
  const typed = new Map<Account, string[]>();
  /** When each document came. */
  const papers = new Map<string, number>();
  const codes = new Map(plan.units.map(({ shortName, code }) => [shortName, code]));

  function enter(person: Person, account: Account, actions: readonly string[], what: Said): void {
    const eye = machine().eye();
    const { unit, period, from, to, reason } = what;
    const id = eye.chatOf(account.platform.name, account.platform.bot, account.address)?.person ?? null;
    const lines = eye.auditAbout(unit, period).filter((line) => actions.includes(line.action) && line.person === id);
    const found = lines.findLast(
      ({ detail }) =>
        (to === null || detail.to === to) &&
        (from === null || detail.from === from) &&
        (reason === null || reason.some((one) => one.endsWith(String(detail.reason)))),
    );
    if (found === undefined)
      return journal.breach(
        BOOKS,
        `${person.name} was told of ${actions} for ${unit} ${period} (${from ?? ''} to ${to ?? ''}, ${reason ?? ''}); written is ${JSON.stringify(lines)}`,
      );
    journal.count(`decided: ${found.action}`);
    told.push({
      at: timeline.now(),
      by: person.name,
      action: found.action,
      unit,
      period,
      lineAt: found.at,
      isLost: false,
    });
  }

  function readActed(person: Person, account: Account, text: string): void {
    const [, verb = '', count = '', rest = ''] = /^✅ Đã (gia hạn|miễn|bỏ miễn) (\d+) đơn vị(.*)$/mu.exec(text) ?? [];
    const to = dayIn(/^ đến hết [^:]*/u.exec(rest)?.[0] ?? '');
    const names = (/: (.*?)(?: và còn \d+ đơn vị)?\.$/u.exec(rest)?.[1] ?? '').split(', ');
    const period = periodIn(text);
    const action = DONE[verb as keyof typeof DONE];
    if (period === null || action === undefined)
      return journal.breach(BOOKS, `${person.name} cannot read what was done: ${text}`);
    if (!rest.includes(' và còn ') && names.length !== Number(count))
      journal.breach(BOOKS, `${person.name} is told of ${count} units, named are ${names.join()}`);
    const preview = confirmed.get(account) ?? '';
    const isOfIt = periodIn(preview) === period && (to === null || dayIn(lineOf(preview, 'Hạn mới')) === to);
    const reason = isOfIt ? [lineOf(preview, 'Lý do')] : null;
    for (const name of names) {
      const unit = codes.get(name);
      if (unit === undefined) journal.breach(BOOKS, `${person.name} is told of "${name}", which is no unit`);
      else
        enter(person, account, [action], {
          unit,
          period,
          from: isOfIt && to ? formerOf(preview, name) : null,
          to,
          reason,
        });
    }
  }

  /** What was undone, accepted or sent back: a report a line, or the one report of the message. */
  function readReports(
    person: Person,
    account: Account,
    text: string,
    actions: readonly string[],
    reason: readonly string[] | null,
  ): void {
    const reports = [...text.matchAll(/(?:^• |: )(Báo cáo .*?) – (.*?)(?: không phải sửa)?\.?$/gmu)];
    if (reports.length === 0) journal.breach(BOOKS, `${person.name} cannot read what was decided: ${text}`);
    for (const [, report = '', name = ''] of reports) {
      const [unit, period] = [codes.get(name), periodIn(report)];
      if (unit === undefined || period === null) journal.breach(BOOKS, `${person.name} cannot read "${name}": ${text}`);
      else enter(person, account, actions, { unit, period, from: null, to: null, reason });
    }
  }

  /** I6: a paper report counts from when whoever keyed it in said it came. */
  function readFiled(person: Person, account: Account, text: string): void {
    const document = /^Văn bản (.*), nhận lúc/mu.exec(text)?.[1] ?? '';
    const receipt = /Mã biên nhận: (\S+)/u.exec(text)?.[1] ?? '';
    const row = machine().eye().byReceipt(receipt);
    const right = papers.get(document);
    if (row === null || row.via !== 'paper' || row.received_at !== right)
      journal.breach(
        'I6 a paper report counts from when it came',
        `${person.name} keyed in ${document} of ${right === undefined ? 'never' : inWords(right)}; ${receipt} is ${JSON.stringify(row)}`,
      );
    const task = row === null ? null : machine().eye().task(row.task);
    const isOnTime = text.includes('Ghi nhận: đúng hạn');
    if (row !== null && (task?.timeliness === 'on_time') !== isOnTime && !machine().eye().wasMovedSince(row.task, 0))
      journal.breach('I6 the receipt says so', `${receipt}: ${text}`);
    const line = /^(Báo cáo .*) – (.*)$/mu.exec(text);
    const [unit, period] = [codes.get(line?.[2] ?? ''), periodIn(line?.[1] ?? '')];
    if (unit === undefined || period === null)
      journal.breach(BOOKS, `${person.name} cannot read what was filed: ${text}`);
    else enter(person, account, ['submit-for'], { unit, period, from: null, to: null, reason: null });
  }

  function undoneBy(text: string): string[] {
    const verb = /^Đã hoàn tác việc (gia hạn|miễn|duyệt)/mu.exec(text)?.[1];
    if (text.startsWith('↩️')) return ['undo-submit-for'];
    return verb === undefined ? ['undo-return'] : [UNDONE[verb as keyof typeof UNDONE]];
  }

  return {
    /** They press the button under that preview. */
    confirms(account: Account, { text }: Arrived): void {
      confirmed.set(account, text);
    },
    /** A document that came at that moment is keyed in. */
    holds(document: string, receivedAt: number): void {
      papers.set(document, receivedAt);
    },
    paper: (document: string): number | null => papers.get(document) ?? null,
    /** They say what is wrong with a report, and why. */
    says(account: Account, text: string): void {
      typed.set(account, [...(typed.get(account) ?? []).slice(-3), text]);
    },
    read(person: Person, account: Account, seen: Arrived, reading: Reading): void {
      const text = saidIn(seen.text);
      if (reading.is === 'acted') readActed(person, account, text);
      if (reading.is === 'totals') readTotals(text, journal, machine());
      // Units are told of it in the same words.
      if (reading.is === 'undone' && person.unit === null) readReports(person, account, text, undoneBy(text), null);
      if (reading.is === 'filed') readFiled(person, account, text);
      if (reading.is === 'accepted') readReports(person, account, text, ['accept'], null);
      if (reading.is === 'returned')
        readReports(person, account, text, ['return', 'reopen'], typed.get(account) ?? null);
    },
    /** A backup of that moment was restored. */
    restored(backupAt: number): void {
      for (const one of told) one.isLost ||= one.at > backupAt;
    },
    /** At the end all of it still stands in the audit, but for what a restore took away. */
    finish(): void {
      const eye = machine().eye();
      for (const one of told) {
        const isThere = eye
          .auditAbout(one.unit, one.period)
          .some(({ action, at }) => action === one.action && at === one.lineAt);
        journal.count(`decisions told: ${isThere ? 'in the audit at the end' : 'lost at restores'}`);
        if (!isThere && !one.isLost)
          journal.breach(
            BOOKS,
            `${one.by} was told of ${one.action} for ${one.unit} ${one.period} at ${inWords(one.lineAt)}, which is gone`,
          );
      }
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;

interface Said {
  unit: string;
  period: string;
  from: string | null;
  to: string | null;
  reason: readonly string[] | null;
}

function lineOf(text: string, head: string): string {
  return text.split('\n').find((line) => line.startsWith(`• ${head}:`)) ?? '';
}

/** The unit's deadline before, as the preview said it: its own, else everybody's. */
function formerOf(preview: string, name: string): string | null {
  const own = lineOf(preview, 'Riêng')
    .slice('• Riêng: '.length)
    .split('; ')
    .find((part) => part.startsWith(`${name} `));
  const said = own ?? lineOf(preview, 'Hạn cũ');
  const extended = /đến hết [^(]*/u.exec(said)?.[0];
  if (extended !== undefined) return dayIn(extended);
  // "Trước 18/11/2026" is until the end of the day before.
  const named = dayIn(said);
  return named === null ? null : new Date(Date.parse(`${named}T00:00:00Z`) - 24 * 3600_000).toISOString().slice(0, 10);
}
