const DAY_MS = 86_400_000;
const CACHE_LIMIT = 20_000;

const numbers = new Map<string, number>();
const days = new Map<number, string>();

/** Days since 1970-01-01 of a `YYYY-MM-DD`, in plain calendar arithmetic (no zone). Throws a `RangeError` for a day that does not exist. */
export function dayNumber(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) / DAY_MS : Number.NaN;
  if (Number.isNaN(parsed) || dayFromNumber(parsed) !== day) throw new RangeError(`not a calendar day: "${day}"`);
  if (numbers.size >= CACHE_LIMIT) numbers.clear();
  numbers.set(day, parsed);
  return parsed;
}

/** The inverse of `dayNumber`. Throws a `RangeError` outside the years 0000-9999, where days no longer compare as strings. */
export function dayFromNumber(number: number): string {
  const known = days.get(number);
  if (known !== undefined) return known;
  const iso = new Date(number * DAY_MS).toISOString();
  if (iso.length !== 24) throw new RangeError(`day out of range: ${number}`);
  const day = iso.slice(0, 10);
  if (days.size >= CACHE_LIMIT) days.clear();
  days.set(number, day);
  return day;
}
