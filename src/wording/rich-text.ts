/** A piece of a text: plain, bold, or to be copied as it stands. Channels render it; the text itself is never markup. */
export type Span = string | { b: string } | { code: string };

/** What people read, before a channel has laid it out. Plain data, so that the outbox can keep it. */
export type RichText = readonly Span[];

/** Anything a `say` template takes. Strings are text, whatever they contain: there is nothing to escape by hand. */
export type Speakable = Span | RichText | number;

/** Joins words and values into a text: say`Đơn vị ${b(unit.name)} còn ${days} ngày.` */
export function say(words: TemplateStringsArray, ...values: readonly Speakable[]): RichText {
  const spans: Span[] = [];
  words.forEach((word, index) => {
    push(spans, word);
    const value = values[index];
    if (value === undefined) return;
    for (const span of Array.isArray(value) ? (value as RichText) : [value as Span | number]) {
      push(spans, typeof span === 'number' ? String(span) : span);
    }
  });
  return spans;
}

/** Bold words. */
export function b(text: string): Span {
  return { b: text };
}

/** Words to be copied or typed exactly. */
export function code(text: string): Span {
  return { code: text };
}

/** Texts one after the other with a separator between them, a line break unless told otherwise. Empty ones are left out. */
export function join(parts: readonly RichText[], separator = '\n'): RichText {
  const spans: Span[] = [];
  for (const part of parts.filter((candidate) => candidate.length > 0)) {
    if (spans.length > 0) push(spans, separator);
    for (const span of part) push(spans, span);
  }
  return spans;
}

/** The text without any emphasis. */
export function plain(text: RichText): string {
  return text.map(spanText).join('');
}

export function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  return 'b' in span ? span.b : span.code;
}

function push(spans: Span[], span: Span): void {
  if (spanText(span) === '') return;
  const last = spans.at(-1);
  if (typeof span === 'string' && typeof last === 'string') spans[spans.length - 1] = last + span;
  else spans.push(span);
}
