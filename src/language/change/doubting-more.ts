import { foldInPlace } from '../fold.ts';
import { parseCount } from '../number/numbers.ts';
import type { ParsedReport } from '../report/report-template.ts';

const MORE = /(?<!\S)(?:nua|them|thieu|sot|quen|bo sung)(?!\S)/u;
const LESS = /(?<!\S)(?:bot|giam|tru)(?: di| bot| ra)? (?=\d)/u;

/** "Tin bài còn 8 bài nữa", "bớt 10 người": so many in all, or so many more or less? It is asked. */
export function doubtingMore<Read extends ParsedReport>(text: string, read: Read): Read {
  const ways = new Map<number, 'more' | 'less'>();
  for (const clause of foldInPlace(text).split(/[;,]\s/u)) {
    const way = LESS.test(clause) ? 'less' : MORE.test(clause) ? 'more' : null;
    for (const figure of way === null ? [] : (clause.match(/\d[\d.,]*/gu) ?? [])) {
      const count = parseCount(figure);
      if (way !== null && count.kind === 'ok' && typeof count.value === 'number') ways.set(count.value, way);
    }
  }
  const values: Record<string, number | string> = {};
  const faults = [...read.faults];
  for (const [field, value] of Object.entries(read.values)) {
    const way = typeof value === 'number' ? ways.get(value) : undefined;
    if (way === undefined) values[field] = value;
    else faults.push({ field, raw: `${value}`, fault: way, readings: [Number(value)] });
  }
  return { ...read, values, faults };
}

const IN_ALL =
  /^\s*(?:(?:vay|thi|la|ca|gop|cong|nhu vay) )*(?:tong(?: cong| so| ca| la)?|cong lai|cong vao|tat ca|ca thay)(?: (?:la|thanh|duoc|het))*\s+(\d[\d.,]*)(?: (?:a|nhe|tin|bai|tin bai|nguoi|em))*[.! ]*$/u;

/** "Chuyển 80 bài điện tử sang tin bài, tổng 125": of one field a part and the whole are said. Which of them it is, is asked. */
export function doubtingWhole<Read extends ParsedReport>(read: Read): Read {
  const wholes = read.unread.flatMap((part) => IN_ALL.exec(foldInPlace(part))?.[1] ?? []);
  const [whole = '', another] = wholes;
  const figures = Object.entries(read.values).filter(([, value]) => typeof value === 'number');
  const [only, second] = figures;
  const count = parseCount(whole);
  if (only === undefined || second !== undefined || another !== undefined || count.kind !== 'ok') return read;
  const [field, part] = only;
  const values = Object.fromEntries(Object.entries(read.values).filter(([key]) => key !== field));
  const fault = { field, raw: `${part}, ${whole}`, fault: 'twice' as const, readings: [count.value, Number(part)] };
  return {
    ...read,
    values,
    faults: [...read.faults, fault],
    unread: read.unread.filter((one) => !IN_ALL.test(foldInPlace(one))),
  };
}
