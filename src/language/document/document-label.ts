import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';
import { fieldNames } from '../report/field-names.ts';
import { isDoubtful, isEvent } from './document-doubt.ts';
import { isOfAnother, isOtherMeasure } from './document-measure.ts';

/** The field a label means; `sure` = nothing else can be meant. */
export interface LabelRead {
  field: FormField;
  sure: boolean;
}

/** What offices write before the thing that is counted. */
const OPENERS =
  /^(?:(?:tong|so|luong|cac|da|duoc|to chuc|thuc hien|xay dung|dang tai|dang|phat|san xuat|ve|noi dung|chi tieu|ket qua) )+/;
/** What is counted then is something else: "số đơn vị tổ chức hội nghị". */
const OF_SOMETHING_ELSE = /(?:^| )(?:don vi|co quan|xa|phuong|dia phuong|ty le|phan tram)(?: |$)/;
/** People are counted for many reasons: "số người được tiếp" does not say that they attended anything. */
const PEOPLE = /^(?:nguoi|can bo|doan vien|hoi vien)$/;
/** "Bài phát trên đài truyền thanh": words that make nothing else of what follows. */
const NEUTRAL = /^(?:tren|qua|tai|dai|song|duoc|video|clip)$/;
const LONGEST_LABEL = 200;

/** How offices shorten what they count; folded, a word each. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])hn(?![\p{L}\p{N}])/gu, 'hoi nghi'],
  [/(?<![\p{L}\p{N}])pt ?th(?![\p{L}\p{N}])/gu, 'phat thanh truyen hinh'],
  [/(?<![\p{L}\p{N}])kp(?![\p{L}\p{N}])/gu, 'kinh phi'],
  // Whoever came: "lượt ĐVTN dự", "số hội viên tham dự".
  [
    /(?<![\p{L}\p{N}])(?:so |luot )+(?:(?:can bo|cong chuc|vien chuc|hoi vien|doan vien|dang vien|dai bieu|nguoi lao dong|nguoi dan|nguoi|chien si|hoc sinh|giao vien|phu nu|nong dan|thanh nien|dvtn) )+(?:tham (?:du|gia)|du)(?![\p{L}\p{N}])/gu,
    'luot nguoi du',
  ],
  [
    /^(?:(?:can bo|cong chuc|vien chuc|hoi vien|doan vien|dang vien|nguoi lao dong|nguoi dan|chien si|hoc sinh|giao vien|phu nu|nong dan|thanh nien|dvtn) )+(?:tham (?:du|gia)|du)$/gu,
    'luot nguoi du',
  ],
  [/(?<![\p{L}\p{N}])sp(?![\p{L}\p{N}])/gu, 'san pham'],
  [/(?<![\p{L}\p{N}])loa dai(?![\p{L}\p{N}])/gu, 'loa truyen thanh'],
  [/(?<![\p{L}\p{N}])bai (?:dang|gui)(?: dang)? (?:bao|tap chi)(?= |$)(?! cao)/gu, 'tin bai bao'],
  [/^(?:cong|trang) (?:xa|phuong|thi tran|huyen|so|hoi|nganh|don vi)$/u, 'trang thong tin'],
  [/(?<![\p{L}\p{N}])trang tin(?: dien tu)?(?![\p{L}\p{N}])/gu, 'trang thong tin'],
];

interface Hit {
  field: FormField;
  alias: string;
  at: number;
}

/**
 * Reads the labels of an office's own tables: "Số lượt người tham dự hội nghị", "Tin, bài đăng trên Cổng TTĐT". Where several fields
 * are named, the one whose own name speaks of the others too is meant ("tin, bài đăng trên cổng"); otherwise nothing is sure.
 */
export function labelReader(form: ReportForm): (label: string) => LabelRead | null {
  const names = fieldNames(form);
  const spoken = new Map(form.fields.map((field) => [field, ` ${names.namesOf(field).join(' | ')} `] as const));

  function speaksOf(field: FormField, words: string): boolean {
    return (spoken.get(field) ?? '').includes(` ${words} `);
  }

  /** Words before the name leave its meaning alone where they are the field's own: "bài đăng trên mạng xã hội". */
  function leadsTo(field: FormField, before: string): boolean {
    if (OF_SOMETHING_ELSE.test(before)) return false;
    return before.split(' ').every((word) => word === '' || NEUTRAL.test(word) || speaksOf(field, word));
  }

  /** "Tin bài" of a place that is not the field's own, "trên cổng thành phần", may be another field's. */
  function staysWith(field: FormField, behind: string): boolean {
    const [, place = ''] = /^(?:duoc )?(?:dang |phat |gui )?(?:tren|qua|o) (.+)$/.exec(behind) ?? [];
    return place === '' || place.split(' ').some((word) => word.length > 2 && speaksOf(field, word));
  }

  function hitsIn(said: string): Hit[] {
    return form.fields.flatMap((field) => {
      const found = names
        .namesOf(field)
        .map((alias) => ({ field, alias, at: ` ${said} `.indexOf(` ${alias} `) }))
        .filter(({ alias, at }) => at >= 0 && alias.length > 2 && !PEOPLE.test(alias))
        .sort((a, b) => a.at - b.at || b.alias.length - a.alias.length);
      return found.slice(0, 1);
    });
  }

  return (label) => {
    if (label.length > LONGEST_LABEL) return null;
    const exact = names.named(label);
    if (exact !== null) return { field: exact.field, sure: true };
    const outside = label.replace(/\([^()]*\)/g, ' ').replace(/^\s*câu\s+\d+[.:]/iu, '');
    const words = fold(outside).replace(/[^\p{L}\p{N}]+/gu, ' ');
    const said = SHORT.reduce((text, [short, long]) => text.replace(short, long), words)
      .replace(/^(?:(?:\d+|[ivx]+|[a-z]) )+/u, '')
      .trim()
      .replace(OPENERS, '');
    const hits = hitsIn(said);
    const meant = hits.filter((hit) => hits.every((other) => other === hit || speaksOf(hit.field, other.alias)));
    const [only] = meant;
    if (meant.length !== 1 || only === undefined) {
      const [first] = hits.sort((a, b) => a.at - b.at);
      return first === undefined ? null : { field: first.field, sure: false };
    }
    const before = said.slice(0, Math.min(...hits.map((hit) => hit.at))).trim();
    const behind = said.slice(only.at + only.alias.length).trim();
    return { field: only.field, sure: leadsTo(only.field, before) && staysWith(only.field, behind) };
  };
}

/** A name beside its figure says what the figure is of; where it says "bị hoãn" or "(nữ)" besides, nothing is sure. */
export function readName(label: string, labelOf: (label: string) => LabelRead | null): LabelRead | null {
  const read = labelOf(label);
  const isDoubted = read !== null && (isDoubtful(label) || isEvent(label) || isUnitOfAnother(read.field, label));
  return isDoubted ? { field: read.field, sure: false } : read;
}

/** "Pa-nô (m2)", "Hội nghị (người)": what the brackets behind a name say that it is counted in. */
function isUnitOfAnother(field: FormField, label: string): boolean {
  const [, unit = ''] = /\(([^()]{1,12})\)\s*:?\s*$/u.exec(label) ?? [];
  return unit !== '' && (isOtherMeasure(unit) || isOfAnother(field, unit));
}
