/** open = waits for an answer of the coordinators; answered = waits for nobody; closed = whoever raised it is content, or took it back. */
export const TICKET_STATES = ['open', 'answered', 'closed'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const TICKET_ACTIONS = ['ask', 'answer', 'close'] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** Every move a ticket can make. Asking again opens it again, whatever it was. */
const TICKET_MOVES: Readonly<Record<TicketAction, { from: readonly TicketState[]; to: TicketState }>> = {
  ask: { from: TICKET_STATES, to: 'open' },
  answer: { from: ['open', 'answered'], to: 'answered' },
  close: { from: ['open', 'answered'], to: 'closed' },
};

/** The state after the action, or null where it is not allowed. */
export function moveTicket(state: TicketState, action: TicketAction): TicketState | null {
  const move = TICKET_MOVES[action];
  return move.from.includes(state) ? move.to : null;
}
