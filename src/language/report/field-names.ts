import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';
import { madeOnce } from '../made-once.ts';

/** A field somebody named. `sure` when by its key, which nobody types by chance. */
export interface NamedField {
  field: FormField;
  sure: boolean;
}

/** Bullets, numbering, quoting and emphasis before a label. */
const BULLETS =
  /^(?:[\s>*•·▪►✓+`"“|-]|\p{Extended_Pictographic}|\ufe0f|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})[.)](?=\s|\D))+/iu;
/** Words before a label that add nothing to it. */
const OPENERS = /^(?:so luong|tong so|tong|so|cac|ve|noi dung|muc)\s+/;

/** Finds fields by what people call them: key, labels and aliases, whatever the case, diacritics, spaces and marks. */
export interface FieldNames {
  form: ReportForm;
  fields: readonly FormField[];
  /** By key (also in brackets: `Hội nghị (hoi_nghi)`), label or alias, all of it. */
  named(label: string): NamedField | null;
  /** By the beginning of a name ("Khó khăn") or a name with more words behind it, where one field only fits. */
  meant(label: string): NamedField | null;
  /** Every name of the field, folded, words separated by spaces. */
  namesOf(field: FormField): readonly string[];
}

/** Where two fields go by one name, it names neither. */
export const fieldNames = madeOnce(namesIn);

function namesIn(form: ReportForm): FieldNames {
  const names = new Map(form.fields.map((field) => [field, spellings(field)] as const));
  const keys = new Map(
    form.fields.flatMap((field) => [[words(field.key), field] as const, [compact(field.key), field] as const]),
  );

  function namesOf(field: FormField): readonly string[] {
    return names.get(field) ?? [];
  }

  function only(fits: (name: string) => boolean): FormField | null {
    const fitting = form.fields.filter((field) => namesOf(field).some(fits));
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  function named(label: string): NamedField | null {
    const plain = fold(label).replace(BULLETS, '').replace(/[*`]/g, '');
    for (const [, inside = ''] of plain.matchAll(/\(([^()]*)\)/g)) {
      const field = form.fields.find(({ key }) => fold(key) === inside.split(/[,;\s]/)[0]);
      if (field !== undefined) return { field, sure: true };
    }
    const bare = words(plain.replace(/\([^()]*\)/g, ' '));
    const byKey = form.fields.find(({ key }) => key.includes('_') && fold(key) === plain.trim());
    if (byKey !== undefined) return { field: byKey, sure: true };
    for (const said of [words(plain), bare, bare.replace(OPENERS, '')]) {
      const field = said === '' ? null : (keys.get(said) ?? only((name) => name === said));
      if (field !== null) return { field, sure: false };
    }
    return null;
  }

  function meant(label: string): NamedField | null {
    // More than a name: "kết quả … tới 18/18 xã; tin bài", "kinh phí chưa có. Truyền hình".
    if (/;|\d[^,]*,/u.test(label) || /\p{L}[.!]\s+\S/u.test(label.replace(BULLETS, ''))) return null;
    const said = words(
      fold(label)
        .replace(BULLETS, '')
        .replace(/\([^()]*\)/g, ' '),
    ).replace(OPENERS, '');
    if (said.length < 6 || said.length > 80) return null;
    const field =
      only((name) => name.startsWith(`${said} `)) ?? only((name) => name.includes(' ') && said.startsWith(`${name} `));
    return field === null ? null : placedIn(said, field);
  }

  /** "Tin bài trên cổng thông tin điện tử": of what is published the place decides; of two places neither does. */
  function placedIn(said: string, field: FormField): NamedField | null {
    if (!isPublished(field)) return { field, sure: false };
    const behind = ` ${said} `;
    const places = form.fields.filter(
      (one) =>
        isPublished(one) &&
        namesOf(one).some((name) => !said.startsWith(name) && name.length > 1 && behind.includes(` ${name} `)),
    );
    const [place = field, another] = places;
    return another === undefined ? { field: place, sure: false } : null;
  }

  function isPublished(field: FormField): boolean {
    return field.kind === 'count' && namesOf(field).some((name) => /(?:^| )bai(?: |$)/.test(name));
  }

  return { form, fields: form.fields, named, meant, namesOf };
}

/** The number fields whose everyday name is this word or begins with it: "tin" of "tin, bài". */
export function countedBy(fields: readonly FormField[], word: string): FormField[] {
  if (word === '') return [];
  const shortNames = ({ shortLabel, aliases }: FormField): string[] =>
    [shortLabel, ...aliases].map((name) => words(fold(name)));
  return fields.filter(
    (field) => field.kind !== 'text' && shortNames(field).some((name) => name === word || name.startsWith(`${word} `)),
  );
}

function spellings(field: FormField): string[] {
  const all = [
    field.key,
    field.shortLabel,
    field.shortLabel.replace(/\([^()]*\)/g, ' '),
    field.label,
    ...field.aliases,
  ];
  return [...new Set(all.map((name) => words(fold(name))))].filter((name) => name !== '');
}

function words(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function compact(key: string): string {
  return words(fold(key)).replaceAll(' ', '');
}
