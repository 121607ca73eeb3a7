/** How long the channel waits for what, in milliseconds of the machine. */
export interface Timing {
  /** How long Telegram holds an idle poll open. */
  pollMs: number;
  /** A poll silent for this much longer is a dead connection: it is dropped and polling starts anew. */
  pollGraceMs: number;
  /** The longest a call may take; four times as long for a file. */
  callLimitMs: number;
  /** The longest a connection may take to stand. Shorter than `callLimitMs`: whatever hangs here was surely not sent. */
  connectLimitMs: number;
  /** The longest a stop waits for Telegram to hear what was stored. */
  farewellMs: number;
  firstRetryMs: number;
  longestRetryMs: number;
  /** A run longer than this was a good one: the next retry is quick again. */
  steadyMs: number;
  /** After 409: longer than the other poller's open poll (50 s with telegraf's own setting). */
  conflictMs: number;
  /** After a refused token nothing helps but the operator; once it is good again the bot hears within half a minute. */
  unauthorisedMs: number;
  /** How often the webhook is looked after. */
  hookCheckMs: number;
}

export const TIMING: Timing = {
  pollMs: 30_000,
  pollGraceMs: 15_000,
  callLimitMs: 30_000,
  connectLimitMs: 10_000,
  farewellMs: 3_000,
  firstRetryMs: 1_000,
  longestRetryMs: 60_000,
  steadyMs: 60_000,
  conflictMs: 55_000,
  unauthorisedMs: 20_000,
  hookCheckMs: 300_000,
};
