import type { FormField } from '../../domain/report-form.ts';
import { foldInPlace } from '../fold.ts';
import type { FieldNames } from '../report/field-names.ts';
import type { ParsedReport } from '../report/report-template.ts';
import { TEXT_BEFORE } from './corrected-at-once.ts';
import { withoutTail, wordsOfChange } from './correction-words.ts';
import { countedField } from './relative-change.ts';

const CLEARING =
  /^(?:bo|xoa|xoa bo|bo trong|de trong|gach|gach bo|loai|loai bo|(?:khong|ko|k|dung|khoi|thoi) (?:tinh|ghi|lay|bao|dem))(?: (?:het|di|luon|muc|phan|so|con so|cai|giup|ho|em|ca))* (?=\p{L})/u;
const CLEARED =
  /^(?:cho )?(\p{L}[\p{L} ,]{1,40}?)(?: (?:khong|ko|k|chua) (?:co|phai)[^,]{0,30},)?,? (?:thi )?(?<!can )(?:bo|xoa|xoa bo|de trong|de trang|bo trong|xoa trong|xoa trang|ve trong|gach di|khoi tinh|khong tinh|ko tinh|dung tinh)(?: (?:di|het|ra|trong|qua|giup|cho|luon|nua|xoa|bo))*$/u;
const NONE_BEHIND = /,\s*(?:khong|ko|k|chua) (?:co|dung|chi|phat sinh|su dung)(?: (?:gi|dau|ma|nua|a|het|ca))*[.! ]*$/u;

/** The keys of the fields that are to be empty again: "bỏ kinh phí đi, ko có đâu", "vướng mắc bỏ đi", "thôi bỏ tin bài với phát thanh". */
export function clearedIn(names: FieldNames, said: string): string[] {
  const bare = withoutTail(said.replace(NONE_BEHIND, ''));
  const clearing = CLEARING.exec(bare)?.[0];
  const of = clearing === undefined ? (CLEARED.exec(bare)?.[1] ?? '') : bare.slice(clearing.length);
  const label = of.replace(/,? (?:de |cho )?(?:trong|xoa|bo)$/u, '');
  const whole = names.named(label);
  if (whole !== null) return [whole.field.key];
  const all = label.split(/\s*,\s*|\s(?:va|voi|lan|ca)\s/u).map((one) => names.named(one) ?? countedBare(names, one));
  return all.every((one) => one !== null) ? all.map(({ field }) => field.key) : [];
}

/** "Tờ rơi": by one of the things a field counts. */
function countedBare(names: FieldNames, label: string): { field: FormField } | null {
  const field = countedField(names, label);
  return field === null ? null : { field };
}

const MOST_PARTS = 6;
const BETWEEN = /[,;.]\s+|\s(?:và|va|còn|con|nhưng|nhung)\s+(?=\p{L})/gu;
const LEADS = /^(?:(?:va|con|nhung|roi|thi) )+/u;

/** "Tin bài 3, bỏ trực quan": what is to be empty, and what else is said; null where either is missing. All behind a text's own name is that text. */
export function clearedBeside(names: FieldNames, text: string): { cleared: string[]; rest: string } | null {
  const breaks = [...text.matchAll(BETWEEN)];
  if (breaks.length === 0 || breaks.length >= MOST_PARTS) return null;
  const starts = [0, ...breaks.map(({ index, 0: between }) => index + between.length)];
  const ends = [...breaks.map(({ index }) => index), text.length];
  const cleared: string[] = [];
  let rest = '';
  for (let at = 0; at < starts.length; at++) {
    const said = (to: number): string => text.slice(starts[at], ends[to]);
    const last = ends.findLastIndex((_, to) => to >= at && clearedAlone(names, said(to)).length > 0);
    if (last < 0 && TEXT_BEFORE.test(said(at))) {
      rest += text.slice(starts[at]);
      break;
    }
    if (last < 0) rest += text.slice(starts[at], starts[at + 1]);
    else cleared.push(...clearedAlone(names, said(last)));
    at = Math.max(at, last);
  }
  const left = rest.replace(/[\s,;]+(?:và|va|còn|con|nhưng|nhung)?\s*$/u, '');
  return cleared.length === 0 || left === '' ? null : { cleared, rest: left };
}

/** What else is said, with the fields that are to be empty; null where nothing of it can be read. One that has a figure there is not to be empty. */
export function withCleared<Read extends ParsedReport & { cleared: readonly string[] }>(
  cleared: readonly string[],
  read: Read,
): Read | null {
  const given = [...Object.keys(read.values), ...read.faults.map(({ field }) => field)];
  if (given.length === 0) return null;
  return { ...read, cleared: [...new Set([...read.cleared, ...cleared])].filter((key) => !given.includes(key)) };
}

function clearedAlone(names: FieldNames, part: string): string[] {
  const said = wordsOfChange(foldInPlace(part), false).rest.trim().replace(LEADS, '');
  return /\d/u.test(said) ? [] : clearedIn(names, withoutTail(said));
}
