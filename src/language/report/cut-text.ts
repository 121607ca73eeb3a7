/** An app that cuts a long text does so at its limit or at a blank in the second half of it; never sooner. */
const EARLIEST_CUT = 0.5;
/** Blanks that are dropped where a text is cut. */
const BLANKS = 16;
/** What a part as good as full lacks at most: a blank that was dropped. */
const FULL_BUT = 2;
/** A line that begins with a field's key: "hoi_nghi=3", "Hội nghị, tập huấn (hoi_nghi): 3". */
const KEYED_LINE = /^(?:[^\n:=]{0,60}\([a-z]+_[a-z_]+[^\n)]{0,20}\)|[a-z]+_[a-z_]+)\s*[:=]/u;

/** Whether the rest of this text may follow in a message of its own, where the app cuts at `limit` characters. */
export function mayGoOn(text: string, limit: number): boolean {
  return text.length >= limit * EARLIEST_CUT && text.length <= limit;
}

/** Whether `next` is the rest of `text`: only what is longer than the limit together was ever cut. */
export function goesOn(text: string, next: string, limit: number): boolean {
  return mayGoOn(text, limit) && text.length + next.length + BLANKS >= limit;
}

/** The whole of a text that came in parts. A full part was cut where it stood, be it inside of a word; any other one between two lines. */
export function joinParts(parts: readonly string[], limit: number): string {
  return parts.reduce((whole, part, at) => {
    if (at === 0) return part;
    const isFull = (parts[at - 1] ?? '').length >= limit - FULL_BUT;
    return `${whole}${isFull && !KEYED_LINE.test(part) ? '' : '\n'}${part}`;
  }, '');
}
