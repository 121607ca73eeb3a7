import { viewTask } from '../actions/task-view.ts';
import { TICKET_LIMIT } from '../actions/tickets.ts';
import type { Choice } from '../channels/channel.ts';
import { fieldOfRole } from '../domain/report-form.ts';
import { saysNone } from '../language/report/says-none.ts';
import { TICKET_WORDS } from '../wording/ticket.ts';
import type { Turn } from './turn.ts';

/** What difficulties and proposals stand in (the plan's closing paragraph). */
const ROLES = ['difficulty', 'proposal'] as const;
const ROOM = Math.floor(TICKET_LIMIT / ROLES.length) - 60;

/** What the latest version of a report says that is worth an answer of the coordinators; null where it says nothing of the kind. */
export function ticketWordsOf({ desk }: Turn, id: number): string | null {
  const task = desk.store.tasks.find(id);
  const latest = desk.store.submissions.latestOf(id);
  if (task === null || latest === null) return null;
  const { form } = viewTask(desk, task);
  const said = ROLES.flatMap((role) => {
    const field = fieldOfRole(form.fields, role);
    const value = field === null ? undefined : latest.report.values[field.key];
    if (field === null || typeof value !== 'string' || saysNone(value)) return [];
    return [`${field.shortLabel}: ${value.trim().slice(0, ROOM)}`];
  });
  return said.length === 0 ? null : said.join('\n');
}

/** Offered below a receipt: what the report says becomes a difficulty at one tap. None where it is one already. */
export function ticketChoices(turn: Turn, task: number): Choice[][] {
  const words = ticketWordsOf(turn, task);
  const known = turn.desk.store.tickets.ofTask(task);
  const isAsked = known !== null && turn.desk.store.tickets.lines(known.id).some((line) => line.text === words);
  return words === null || isAsked ? [] : [[{ label: TICKET_WORDS.fromReport, value: `/vuongmac bc ${task}` }]];
}
