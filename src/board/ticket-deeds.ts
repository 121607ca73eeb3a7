import { nameOf } from '../actions/desk.ts';
import { answerTicket, closeTicket, takeTicket } from '../actions/tickets.ts';
import { sayProblem } from '../wording/problems.ts';
import { sayAnsweredMeanwhile, sayAnswerGone, sayClosedNow, sayTaken } from '../wording/ticket.ts';
import { type BoardDeed, done, first, numberIn, refused, stopped } from './posted.ts';
import { boardTicket } from './tickets-page.ts';

export const answerTicketDeed: BoardDeed = (desk, act, posted) => {
  const id = numberIn(first(posted, 'id'));
  const text = first(posted, 'text');
  const sent = answerTicket(desk, act, id, { text, seen: numberIn(first(posted, 'seen')) });
  if (sent.ok) return done(`tickets/${id}`, sayAnswerGone(id, nameOf(desk, sent.value.asker)));
  // The page has the colleague's answer now: sending again is meant.
  const page = boardTicket(desk, id, act.at, posted);
  if (sent.problem.problem !== 'ticket-answered') return refused(desk, page, sent.problem);
  const last = desk.store.tickets.lines(id).findLast((line) => line.side === 'desk')?.text ?? '';
  const { by: name, at } = sent.problem;
  return stopped(page, sayAnsweredMeanwhile({ name, at, zone: desk.zone, last }, text));
};

export const takeTicketDeed: BoardDeed = (desk, act, posted) => {
  const id = numberIn(first(posted, 'id'));
  const taken = takeTicket(desk, act, id);
  if (!taken.ok) return done('tickets', sayProblem(taken.problem, desk.zone));
  const { owner } = taken.value;
  return done(`tickets/${id}`, sayTaken(id, owner === act.person ? null : nameOf(desk, owner)));
};

export const closeTicketDeed: BoardDeed = (desk, act, posted) => {
  const id = numberIn(first(posted, 'id'));
  const closed = closeTicket(desk, act, id, first(posted, 'reason'));
  if (!closed.ok) return refused(desk, boardTicket(desk, id, act.at, posted), closed.problem);
  return done(`tickets/${id}`, sayClosedNow(id, closed.value.asker === act.person));
};
