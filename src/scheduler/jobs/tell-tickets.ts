import type { Desk } from '../../actions/desk.ts';
import { tellTickets } from '../../actions/tell-tickets.ts';
import type { Job } from '../job.ts';

/** Tells coordinators of the difficulties that were raised. */
export function tellTicketsJob(desk: Desk): Job {
  return { name: 'tell-tickets', run: (now) => ({ told: tellTickets(desk, now) }) };
}
