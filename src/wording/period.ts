import type { Obligation } from '../domain/obligation.ts';
import type { Period } from '../domain/period.ts';

/** `tháng 11/2026`, `6 tháng đầu năm 2026`, `năm 2026`. */
export function sayPeriodKey(key: string): string {
  const [year = '', part] = key.split('-');
  if (part === undefined) return `năm ${year}`;
  if (part === 'H1') return `6 tháng đầu năm ${year}`;
  if (part === 'H2') return `6 tháng cuối năm ${year}`;
  return `tháng ${Number(part)}/${year}`;
}

const PERIOD_WORDS = /\s(tháng|6 tháng|sáu tháng|năm)$/u;

/** `Báo cáo tháng 11/2026`: the obligation's title with the period in place of its frequency. */
export function sayReport(obligation: Pick<Obligation, 'title'>, period: Pick<Period, 'key'>): string {
  const name = sayPeriodKey(period.key);
  const bare = obligation.title.replace(PERIOD_WORDS, '');
  return bare === obligation.title ? `${obligation.title}, kỳ ${name}` : `${bare} ${name}`;
}

/** `tháng 11/2026`, `6 tháng đầu 2026`, `cả năm 2026`: for buttons, where "6T" beside "T6" would be pressed by mistake. */
export function sayPeriodShort(key: string): string {
  const [year = '', part] = key.split('-');
  if (part === undefined) return `cả năm ${year}`;
  return part.startsWith('H') ? `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} ${year}` : `tháng ${Number(part)}/${year}`;
}

/** The same at the beginning of a label. */
export function sayPeriodFirst(key: string): string {
  const words = sayPeriodShort(key);
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}
