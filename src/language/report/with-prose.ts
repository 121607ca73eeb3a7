import type { ReportForm } from '../../domain/report-form.ts';
import { readTold, type Told } from '../told/told-figures.ts';
import type { ParsedReport, ReportFault } from './report-template.ts';

/** Longer ones are no report's. */
const MOST_PIECES = 60;
const RAW_LENGTH = 100;
/** "1.712 sản phẩm" is a figure, and no first of a list. */
const NUMBERING = /^\s*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})(?:\)|\.(?!\d))\s*|[-+*•–]\s+)(?=\P{N}|\d)/iu;

/** A heading's number by itself, or the head of the paper. */
const NOTHING_SAID = /^(?:[ivx\d]{0,4}[.)]?|BÁO CÁO|KẾT QUẢ|(?:thưa|kính) [^\d]{0,40}|kính báo cáo)$/iu;

/**
 * What the lines' names left unread, read as sentences: "1. Tổ chức 03 hội nghị cho 245 lượt người". What cannot be placed stays unread, and a field
 * that is told twice is asked about.
 */
export function withProse(form: ReportForm, read: ParsedReport): ParsedReport {
  const pieces = read.unread
    .flatMap((line) => line.replace(NUMBERING, '').split(/;\s*|(?<=\D)\.\s+/u))
    .filter((piece) => !NOTHING_SAID.test(piece.trim()));
  if (read.unread.length === 0 || read.header !== null || pieces.length > MOST_PIECES) return read;
  const told = pieces.map((piece) => ({ piece, told: /\p{L}/u.test(piece) ? readTold(form, piece) : null }));
  if (!told.some((one) => one.told !== null && isFruitful(one.told))) return read;
  const values = { ...read.values };
  const faults = [...read.faults];
  const unread: string[] = [];
  const isKnown = (field: string): boolean =>
    values[field] !== undefined || faults.some((fault) => fault.field === field);
  for (const { piece, told: one } of told) {
    const keys = one === null ? [] : [...Object.keys(one.values), ...one.doubtful.map(({ field }) => field)];
    const other = one === null ? null : saidOtherwise(values, one);
    if (other !== null) {
      delete values[other.field];
      faults.push({ ...other, raw: piece.trim().slice(0, RAW_LENGTH) });
      continue;
    }
    if (one === null || keys.length === 0 || keys.some((key) => isKnown(key) && values[key] !== one.values[key])) {
      unread.push(piece.trim());
      continue;
    }
    Object.assign(values, one.values);
    unread.push(...one.unread);
    faults.push(...faultsOf(one));
  }
  return { ...read, values, faults, unread };
}

/** "Kp in ấn 3tr" in one place, "kp hội nghị 9tr" in another: the sum, or one of them? */
function saidOtherwise(values: Record<string, number | string>, told: Told): Omit<ReportFault, 'raw'> | null {
  const [only, another] = Object.entries(told.values);
  if (only === undefined || another !== undefined || told.doubtful.length + told.unread.length > 0) return null;
  const [field, value] = only;
  const before = values[field];
  if (typeof before !== 'number' || typeof value !== 'number' || before === value || value === 0) return null;
  return { field, fault: 'twice', readings: [Math.round((before + value) * 1e4) / 1e4, before, value] };
}

function isFruitful({ values, doubtful }: Told): boolean {
  return Object.keys(values).length + doubtful.length > 0;
}

/** What is told in doubt, as it is asked about. */
export function faultsOf({ doubtful }: Told): ReportFault[] {
  return doubtful.map(({ field, raw, reading, isTwice, each }) => {
    if (each !== undefined) return { field, raw, fault: 'each', readings: [reading], each };
    if (isTwice) return { field, raw, fault: 'twice' };
    return { field, raw, fault: 'ambiguous', readings: Number.isNaN(reading) ? [] : [reading] };
  });
}
