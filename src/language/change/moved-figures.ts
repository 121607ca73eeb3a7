import type { FormField } from '../../domain/report-form.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { parseCount } from '../number/numbers.ts';
import type { FieldNames } from '../report/field-names.ts';
import { withoutTail } from './correction-words.ts';
import { countedField, LEAD } from './relative-change.ts';

/** A figure that is to go from one field to another, or out of the report; it is weighed against what is there. */
export interface Move {
  /** Null: the one field that has this figure. */
  from: string | null;
  /** Null: to none of the form's. */
  to: string | null;
  /** Null: all of it. */
  by: number | null;
  /** "12 là phát thanh chứ không phải tin bài": the figure is said to be another's, and not that so many of a sum go over. */
  isSaidOf: boolean;
  /** As typed. */
  raw: string;
}

const LABEL = String.raw`\p{L}[\p{L} ]{1,50}?`;
const SO_MANY = String.raw`\d[\d.]*`;
const THAT = '(?:(?:cai|so|con so|hai so|muc|luot|phan) )?';
const HELP = '(?: (?:giup|ho|em|e|chi|anh|lai|het|ca|toan bo|luon|bot|cai|so|con so|tat ca|bo|cho|minh|phan|muc))*';
const PLACE = '(?:(?:muc|phan|ben|cot|o|so) )?';
const OVER = '(?:sang|qua|ve)(?: (?:cho|muc|phan|ben|cot|o))*';
const SHAPES: readonly RegExp[] = [
  // "Chuyển 5 từ tin bài sang cổng", "chuyển 5 tin bài sang cổng", "chuyển hết tin bài sang cổng".
  new RegExp(
    `^(?:chuyen|doi|dua|dich|xep|don)${HELP}(?: (?<by>${SO_MANY}))?(?: (?:tu|o|cua|trong|ben|muc|phan|cai|bai|tin(?= (?:tu|o|trong)))){0,2} (?<from>${LABEL})(?: (?:do|ay|kia|nay))? ${OVER} (?<to>${LABEL})$`,
    'u',
  ),
  // "Bớt 3 ở tin bài, cộng vào cổng", "lấy 2 của hội nghị bỏ sang mạng xã hội".
  new RegExp(
    `^(?:bot|tru|lay|rut|giam)${HELP} (?<by>${SO_MANY})(?: (?:cai|bai|tin))?(?: (?:tu|o|cua|trong|ben|muc|phan)){0,2} (?<from>${LABEL}),? (?:(?:va|roi|de|ma) )?(?:cong|them|bo|chuyen|dua|cho|tinh|gop)(?: them)? (?:vao|sang|qua) ${PLACE}(?<to>${LABEL})$`,
    'u',
  ),
  // "3 bài báo đổi sang cổng", "cái 12 đó chuyển sang mạng xã hội".
  new RegExp(
    `^${THAT}(?<by>${SO_MANY})(?: (?:do|ay|kia|nay))?(?: (?<from>${LABEL}))?(?: (?:do|ay|kia|nay|tren))?(?: (?:thi|phai|can|nho|xin))?${HELP} (?:chuyen|doi|dua|dich|xep)${HELP} ${OVER} (?<to>${LABEL})$`,
    'u',
  ),
  // "Tin bài chuyển hết sang cổng".
  new RegExp(
    `^${PLACE}(?<from>${LABEL})(?: (?:thi|phai|can|nho|xin))? (?:chuyen|doi|dua)${HELP} ${OVER} (?<to>${LABEL})$`,
    'u',
  ),
];
const NOT = '(?:chu |ma )?(?:khong|ko|k|hong|chang) (?:phai|fai)(?: (?:la|cua|cho|ben|muc|so|ve))*';
const SAID_OF: readonly RegExp[] = [
  // "Số 12 là của video chứ không phải tin bài".
  new RegExp(
    `^${THAT}(?<by>${SO_MANY})(?: (?:do|ay|kia|nay|tren))?(?: (?:la|thi|thuoc|tinh))*(?: (?:cua|ve|ben|so|muc|cho))* (?<to>${LABEL}),? (?<not>${NOT}) (?<from>${LABEL})$`,
    'u',
  ),
  // "12 tin bài là của phát thanh mới đúng".
  new RegExp(
    `^${THAT}(?<by>${SO_MANY}) (?<from>${LABEL})(?: (?:do|ay|kia|nay|tren))? (?:la|phai la|dung ra la|thuc ra la|that ra la) (?:cua |ben |ve )*(?<to>${LABEL})(?: (?:moi dung|moi phai|co))?$`,
    'u',
  ),
];
/** "Cán bộ" ends so too. */
const OUT =
  '(?:[,;] (?:thoi )?(?:bo|xoa)(?: (?:di|ra|giup|ho|em|so do|luon|het|nhe))*|(?<!can) (?:bo|xoa)(?: (?:di|ra|giup|ho|em|so do|luon|het|nhe))+)';
/** "Người dự 300 là người xem, bỏ đi", "3000 tờ rơi là của tháng trước, bỏ". */
const THROWN_OUT: readonly RegExp[] = [
  // "Bỏ cả 30 người".
  new RegExp(
    `^(?:bo|xoa|gach|loai|khong tinh|ko tinh|dung tinh)${HELP} (?<by>${SO_MANY}) (?<from>${LABEL})(?: (?:do|ay|kia|nay|di|ra))*$`,
    'u',
  ),
  new RegExp(`^${PLACE}(?<from>${LABEL}) (?<by>${SO_MANY})(?: [^,;]{1,50})?${OUT}$`, 'u'),
  new RegExp(`^${THAT}(?<by>${SO_MANY}) (?<from>${LABEL}) (?:la|cua|do|ay|nay|kia)(?: [^,;]{1,50})?${OUT}$`, 'u'),
];

/** What a text says is to go over from one field to another; null where it says anything else. */
function movedIn(names: FieldNames, text: string): Move | null {
  const folded = foldInPlace(tidy(text)).trim();
  const lead = LEAD.exec(folded)?.[0].length ?? 0;
  const said = withoutTail(folded.slice(lead).trim());
  for (const [shapes, isSaidOf] of [
    [SHAPES, false],
    [SAID_OF, true],
    [THROWN_OUT, false],
  ] as const) {
    for (const shape of shapes) {
      const groups = shape.exec(said)?.groups;
      const move = groups === undefined ? null : moveOf(names, groups, isSaidOf);
      if (move !== null) return { ...move, isSaidOf, raw: text.trim() };
    }
  }
  return null;
}

function moveOf(
  names: FieldNames,
  { by, from, to, not }: Record<string, string | undefined>,
  isSaidOf: boolean,
): Pick<Move, 'from' | 'to' | 'by'> | null {
  const count = by === undefined ? null : parseCount(by);
  if (count !== null && count.kind !== 'ok') return null;
  const [source, target] = [fieldSaid(names, from), fieldSaid(names, to)];
  // "Chuyển 4 bài qua fanpage": of whichever has four.
  if (from !== undefined && source === null && !ANY_OF.test(from)) return null;
  // Of a thing that the form does not count it is only sure what it is not.
  if (to !== undefined && target === null && not === undefined) return null;
  if (isSaidOf && source === target) return null;
  if (source === null && (target === null || count === null)) return null;
  return { from: source?.key ?? null, to: target?.key ?? null, by: count?.value ?? null };
}

function fieldSaid(names: FieldNames, label: string | undefined): FormField | null {
  return label === undefined ? null : countedField(names, CUT_SHORT.get(label) ?? label);
}

const ANY_OF = /^(?:bai|tin|cai|so|luot|bai do|so do|cai do)$/u;
/** Names cut short, as a place to which something goes. */
const CUT_SHORT: ReadonlyMap<string, string> = new Map([
  ['cong', 'cong ttdt'],
  ['trang', 'cong ttdt'],
  ['web', 'cong ttdt'],
  ['bao', 'bai bao'],
  ['dai', 'phat thanh'],
  ['loa', 'phat thanh'],
]);

/** The same of a part of a text, and what else it says. */
export function movedWithin(names: FieldNames, text: string): { moved: Move; rest: string } | null {
  const parts = text.split(/[,;]\s+/u);
  if (parts.length > MOST_PARTS) return null;
  for (let many = parts.length; many > 0; many--) {
    for (let from = 0; from + many <= parts.length; from++) {
      const moved = movedIn(names, parts.slice(from, from + many).join(', '));
      if (moved !== null) return { moved, rest: [...parts.slice(0, from), ...parts.slice(from + many)].join(', ') };
    }
  }
  return null;
}

const MOST_PARTS = 6;
