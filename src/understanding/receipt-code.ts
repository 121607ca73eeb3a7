import { fold } from '../language/fold.ts';

/** A receipt as somebody pastes it. */
export interface PastedReceipt {
  /** In capitals, as it was given out. */
  receipt: string;
  unit: string;
  period: string;
  version: number;
  /** The moment written beside it, as local date and time (`2026-11-17T21:15`); null: none is. */
  at: string | null;
}

/** `HBG-2026-11-1-7KQ2`: unit, period, version, four letters. */
const RECEIPT =
  /(?<![\p{L}\d-])([A-ZĐ][A-ZĐ\d]{1,11})-(20\d\d(?:-[A-Z\d]{2}){0,2})-(\d{1,3})-[A-Z\d]{4}(?![\p{L}\d-])/u;
const MOMENT = /(\d{1,2})[:h](\d{2})(?::\d{2})? (?:ngay )?(\d{1,2})[/-](\d{1,2})[/-](20\d\d)/u;

/** Finds a receipt's code in what was typed or pasted, with the moment that stands in it; null: there is none. */
export function readReceipt(text: string): PastedReceipt | null {
  const found = RECEIPT.exec(text.toUpperCase());
  if (found === null) return null;
  const [receipt, unit = '', period = '', version = ''] = found;
  return { receipt, unit, period, version: Number(version), at: readMoment(text) };
}

function readMoment(text: string): string | null {
  const found = MOMENT.exec(fold(text));
  if (found === null) return null;
  const [, hour = '', minute = '', day = '', month = '', year = ''] = found;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}`;
}
