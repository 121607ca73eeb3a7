import type { Desk } from '../actions/desk.ts';
import type { Stage } from './live-through.ts';
import { liveThrough } from './live-through.ts';
import { castPeople, stageCompiled, stageReports } from './seed.ts';

/** How long before its opening state a rehearsal begins to live. */
export const PAST_MS = 40 * 24 * 3600_000;
/** The fact that says until when the past is still to be lived through; empty once it is. */
export const OPENING = 'rehearsal_opening';

/** Lives through the weeks before, so that the room opens on a state worth seeing. Goes on where a killed start left off. */
export async function liveToOpening(desk: Desk, stage: Stage): Promise<void> {
  const wanted = stage.store.facts.get(OPENING);
  if (wanted === null || wanted === '') return;
  const start = Number(wanted);
  const from = start - PAST_MS;
  const now = stage.clock.now();
  if (desk.store.people.provincial().length === 0) castPeople(desk, now);
  const staged = [...stageReports(desk, from, start), ...stageCompiled(desk, from, start)];
  const events = staged.filter((event) => event.at >= now);
  await liveThrough(stage, start, events);
  stage.store.facts.set(OPENING, '');
}
