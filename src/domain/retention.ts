const DAY_MS = 24 * 3600_000;

export interface RetentionRule {
  /** Days until it is forgotten; null: it belongs to the unit, and the bot forgets none of it. */
  days: number | null;
  /**
   * Where it comes from. `law`: what a purpose needs, for as long as it needs it (Law 91/2025/QH15, Decree 356/2025/NĐ-CP; they
   * state no number, so the number is the house's). `plan`: section V of the plan, the reporting regime. `work`: the bot's own needs.
   */
  source: 'law' | 'plan' | 'work';
}

/** What is kept, and for how long: `/toi luutru` shows it, the job `forget-old` obeys it. Whoever withdraws waits for none of it. */
export const RETENTION = {
  /** What units sent, and how it was judged. */
  reports: { days: null, source: 'plan' },
  /** Name and chats of somebody who holds no role any more. */
  formerMembers: { days: 365, source: 'law' },
  /** Chats of people who never joined. */
  strangers: { days: 30, source: 'law' },
  /** What became of each message; its words go once it is sent. Through the annual round that it belongs to. */
  messages: { days: 400, source: 'plan' },
  /** Who did what: five years, through which a reporting round can be asked about. */
  audit: { days: 1826, source: 'work' },
  /** Notices, and who confirmed them: as long as what became of their messages. */
  notices: { days: 400, source: 'plan' },
  /** Difficulties that wait for nobody any more: through the annual round that lists them. */
  tickets: { days: 400, source: 'plan' },
  /** What was handed to colleagues, what they sent back, and who stood in for whom: as long as the promises about it. */
  assignments: { days: 400, source: 'plan' },
  /** Requests about one's own data that were answered. */
  requests: { days: 400, source: 'law' },
  /** What somebody began to type. */
  halfDone: { days: 90, source: 'law' },
  /** Files whose report was never confirmed. */
  looseFiles: { days: 30, source: 'law' },
  /** Updates the bot could not read: a platform that changed its words has to be noticed, and understood, within that time. */
  unreadable: { days: 14, source: 'work' },
  /** Keys of updates, and codes: platforms redeliver for a day; a week leaves room for a clock that was wrong. */
  keys: { days: 7, source: 'work' },
  /** Drafts set aside, what can be taken back, addresses of files, and how many messages a chat wrote. */
  aside: { days: 1, source: 'work' },
} as const satisfies Readonly<Record<string, RetentionRule>>;

export type Kept = keyof typeof RETENTION;

/** What came before this moment is forgotten. */
export function forgottenBefore(
  kept: { [K in Kept]: (typeof RETENTION)[K]['days'] extends number ? K : never }[Kept],
  now: number,
): number {
  return now - RETENTION[kept].days * DAY_MS;
}
