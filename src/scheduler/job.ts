/** What a job did, in figures. */
export type Counts = Readonly<Record<string, number>>;

/** A periodic job. It decides by "due at or before now", never by "is it the hour": a run that was missed is made up for. */
export interface Job {
  name: string;
  run(now: number): Counts | Promise<Counts>;
}
