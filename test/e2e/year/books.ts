import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { runScript } from '../../support/bot-process.ts';
import type { Office } from './office.ts';

interface Line {
  action: string;
  subject: string;
  person: number | null;
  detail: string;
}

/** What each action makes of a task's state; null: its line says it. */
const LEADS_TO: Readonly<Record<string, string | null>> = {
  submit: 'submitted',
  'submit-for': 'submitted',
  accept: 'accepted',
  return: 'returned',
  reopen: 'returned',
  waive: 'waived',
  'give-way': 'waived',
  'open-again': 'open',
};

/** The chain holds, and every version, decision and role in the database has its line, with who and why. */
export async function checkBooks({ env, tally }: Office): Promise<void> {
  const checked = await runScript('audit-check', [], env);
  expect(checked.code, checked.stdout + checked.stderr).toBe(0);
  const db = new DatabaseSync(env.DATABASE_PATH ?? '', { readOnly: true });
  const count = (sql: string): number => (db.prepare(sql).get() as unknown as { n: number }).n;
  const lines = db.prepare('SELECT action, subject, person, detail FROM audit ORDER BY id').all() as unknown as Line[];
  const said = (...actions: string[]): number => lines.filter(({ action }) => actions.includes(action)).length;
  const ofYear = "task IN (SELECT id FROM task WHERE period LIKE '2026%')";
  expect(count(`SELECT count(*) AS n FROM submission WHERE ${ofYear}`)).toBe(tally.versions());
  expect(said('submit', 'submit-for')).toBe(count('SELECT count(*) AS n FROM submission'));
  expect(said('submit-for')).toBe(count("SELECT count(*) AS n FROM submission WHERE via = 'paper'"));
  expect(said('extend')).toBe(count('SELECT count(*) AS n FROM extension'));
  expect(said('extend')).toBeGreaterThan(0);
  const states = new Map<string, string>();
  for (const { action, subject, detail } of lines) {
    const to = action in LEADS_TO ? (LEADS_TO[action] ?? (JSON.parse(detail) as { to: string }).to) : undefined;
    if (to !== undefined) states.set(subject, to);
  }
  const tasks = db.prepare('SELECT id, state FROM task').all() as unknown as { id: number; state: string }[];
  expect(tasks.map(({ id }) => [id, states.get(`task:${id}`) ?? 'open'])).toEqual(
    tasks.map(({ id, state }) => [id, state]),
  );
  const decided = lines.filter(({ action }) => ['extend', 'waive', 'return'].includes(action));
  expect(decided.filter(({ detail }) => !(JSON.parse(detail) as { reason?: string }).reason)).toEqual([]);
  expect(decided.filter(({ person, detail }) => person === null && !detail.includes('not-owed'))).toEqual([]);
  const ended = count('SELECT count(*) AS n FROM membership WHERE until IS NOT NULL');
  expect(said('end-role', 'end-stand-in'), lines.map(({ action }) => action).join()).toBeGreaterThanOrEqual(ended);
  expect(said('pass-on', 'give-way')).toBe(2);
  db.close();
}

const REPORT =
  /Báo cáo (tháng (\d+)\/2026|6 tháng đầu năm 2026|năm 2026) – ([^\n]+)\n[^\n]*\nHạn: ([^\n]+)\n(Quá hạn)?/gu;

/** Every reminder of the year, as it was read: the report was owed then, and the deadline is the plan's or the one that was granted. */
export function checkReminders({ room, tally, names, chats }: Office): void {
  const wrong: string[] = [];
  const reminded = new Set<string>();
  for (const [chat, lines] of room.history()) {
    for (const { from, at, text } of lines) {
      if (from !== 'bot' || !/^(?:⏰ Nhắc hạn|🔴 (?:Báo|Có báo) cáo đã quá hạn)/u.test(text)) continue;
      for (const [, title = '', month, name = '', deadline = '', late] of text.matchAll(REPORT)) {
        const period =
          month === undefined ? (title.startsWith('6') ? '2026-H1' : '2026') : `2026-${month.padStart(2, '0')}`;
        const unit = names.get(name) ?? '';
        const entry = tally.entryOf(unit, period);
        reminded.add(`${unit} ${period}`);
        const tell = (what: string): void => void wrong.push(`${chat} at ${at}: ${what}\n${text}`);
        if (entry.firstAt !== null && entry.firstAt < at) tell(`${unit} had sent ${period} at ${entry.firstAt}`);
        if (entry.waivedAt !== null && entry.waivedAt < at) tell(`${unit} was excused from ${period}`);
        if (tally.isGone(unit, period, at)) tell(`${unit} is no more, and does not owe ${period}`);
        const [, month2 = '', day = ''] = tally.namedDay(period).split('-');
        if (!deadline.includes(`trước ${day}/${month2}/2026`)) tell(`the deadline of ${period} is another`);
        const isOver = late !== undefined;
        if (!isOver && text.startsWith('🔴 Báo cáo')) tell('the heading calls all of it late');
        if (isOver !== at.slice(0, 10) > entry.lastDay) tell(`it is ${isOver ? 'not ' : ''}over`);
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(reminded.size).toBeGreaterThan(200);
  const silent = tally.neverSent().filter((key) => chats.has(key.split(' ')[0] ?? ''));
  expect(silent.length).toBeGreaterThan(10);
  expect(silent.filter((key) => !reminded.has(key))).toEqual([]);
}
