import type { Outgoing } from '../channels/channel.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf, workingDaysBetween } from '../domain/calendar.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import type { Ticket } from '../store/tickets.ts';
import { sayTicketsToDesk } from '../wording/ticket-desk.ts';
import type { Desk } from './desk.ts';
import { coordinatorsOf } from './fire-reminders.ts';
import { tellPerson } from './tell.ts';
import { viewTicket } from './ticket-view.ts';
import { ownerOf } from './tickets.ts';

/** One that waits for so many working days is named again each morning. */
const LONG_WAIT_DAYS = 2;
const TOLD_ON = 'tickets_told_on';

/**
 * Tells the coordinators what was raised, within the sending hours: what somebody typed at once, what stands in reports with it or
 * with the morning's first message, which names those that have waited for days as well. What a coordinator took care of goes to them
 * alone. How many people were written to.
 */
export function tellTickets(desk: Desk, now: Instant): number {
  const { store } = desk;
  const { policy, calendar } = desk.rules();
  if (!mayDisturb(policy, calendar, now)) return 0;
  const open = store.tickets.open();
  const fresh = open.filter((ticket) => ticket.toldAt === null);
  const today = dayOf(now, desk.zone);
  const isMorning = store.facts.get(TOLD_ON) !== today;
  if (!isMorning && !fresh.some((ticket) => ticket.task === null)) return 0;
  const waiting = open.filter(
    (one) =>
      !fresh.includes(one) && workingDaysBetween(calendar, dayOf(one.openedAt, desk.zone), today) >= LONG_WAIT_DAYS,
  );
  return store.transact(() => {
    store.facts.set(TOLD_ON, today);
    for (const ticket of fresh) store.tickets.setTold(ticket.id, now);
    return coordinatorsOf(desk).filter(({ person }) =>
      tell(desk, person, { fresh, waiting: isMorning ? waiting : [] }, now),
    ).length;
  });
}

function tell(
  desk: Desk,
  person: number,
  { fresh, waiting }: { fresh: readonly Ticket[]; waiting: readonly Ticket[] },
  now: Instant,
): boolean {
  const isTheirs = (ticket: Ticket): boolean => [null, person].includes(ownerOf(desk, ticket));
  const news = fresh.filter(isTheirs);
  const old = waiting.filter(isTheirs);
  if (news.length + old.length === 0) return false;
  const content: Outgoing = sayTicketsToDesk(
    news.map((ticket) => viewTicket(desk, ticket, now)),
    old.map((ticket) => viewTicket(desk, ticket, now)),
  );
  return tellPerson(desk, person, content, now, { repeatIfUnknown: false });
}
