import type { DocumentPart } from '../../domain/document-part.ts';
import { foldInPlace, tidy } from '../fold.ts';

/** How headings and opening sentences are read: the period they name (one's own, where there are several), and the unit. */
export interface AboutReader {
  periodAmong(text: string): 'own' | 'other' | null;
  unitIn(text: string): { isOwn: boolean } | null;
}

/**
 * What a heading or an opening sentence says of the figures below it: the report's own; results, of no time named; a plan; or another
 * time, another unit, more than the unit. Null where it says nothing.
 */
export type About = 'own' | 'results' | 'plan' | 'other' | null;

/** Documents that are carried out, what figures are compared with, and what comes next say nothing of the figures themselves. */
const ASIDES: readonly RegExp[] = [
  /(?:thuc hien|can cu|theo|trien khai|tiep tuc)(?: tot| noi dung)? (?:cac )?(?:ke hoach|chuong trinh|nghi quyet|cong van|van ban|quyet dinh|de an|chi thi|thong bao|huong dan|su chi dao|chi dao)(?![ ,]*(?:de ra|dat ra|duoc giao))[^,;:]*/g,
  /so (?:voi|sanh voi) [^,;:)]*/g,
  /phoi hop (?:voi|cung) [^,;:]*/g,
  /(?:thuc hien|hoan thanh)(?: tot)?(?: cac)? (?:nhiem vu|chi tieu|muc tieu)[^,;:]*,/g,
  /(?<=[^\s,;(] ?)(?:,|;|(?<= )va) ?(?:phuong huong|nhiem vu|ke hoach|chuong trinh|du kien|dinh huong)[^:)]*/g,
  /(?:ket qua|tinh hinh|cong tac)(?: thuc hien| trien khai| dat duoc)*(?: cac| mot so)? (?:muc tieu|chi tieu|nhiem vu|ke hoach)(?: tuyen truyen| chu yeu| trong tam)*/g,
];
const SINCE =
  /luy ke|cong don|tu dau nam|(?:den|toi) nay|tinh (?:den|toi)|tu (?:ngay )?0?1 ?[/.-] ?0?1(?!\d)|ca nam|trong nam/;
/** "10 tháng đầu năm", "chín tháng qua". */
const MONTHS =
  /(?<![\p{L}\p{N}/.-])(?:\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi|muoi mot) thang (?:dau|qua|nam|gan|lien|vua|cua|cuoi)(?!\p{L})/u;
const BEFORE = /cung ky|(?<!\p{L})(?:ky|thang|quy|nam) (?:truoc|ngoai|lien truoc)(?!\p{L})/u;
const PLAN =
  /muc tieu|chi tieu|phan dau|du kien|dinh huong|phuong huong|(?<!\p{L})(?:ke hoach|nhiem vu)(?!\p{L})|thoi gian toi|sap toi|tiep theo|duoc giao|(?<!\p{L}|chia )(?:se|uoc)(?!\p{L})/u;
const WIDER = /(?:ca|trong) nuoc|toan quoc|(?:toan|ca) tinh/;
const OWN = /(?<!\p{L})(?:thang|ky|quy) nay(?!\p{L})|trong (?:thang|ky|quy)(?!\p{L})|ky bao cao/u;
const RESULTS = /ket qua|(?<!\p{L})da (?:thuc hien|to chuc|dat|trien khai|lam)|thuc hien/u;
/** Who reports, and behind it to whom. */
const REPORTS = /(?<!\p{L})(?:kinh )?(?:bao cao|bao ve|gui|trinh)(?!\p{L})/u;
const APART = /[,;:()]| (?:và|của|do|tại|với|cho|thuộc|–|-) /iu;
/** Whom it is for, and its number. */
const ADDRESS = /^\s*(?:kinh gui|noi nhan|so ?:|v\/v|kinh thua|tm\.|kt\.)/;
const LONGEST = 400;

export function aboutOf(line: string, { periodAmong, unitIn }: AboutReader): About {
  if (line.length > LONGEST || ADDRESS.test(foldInPlace(tidy(line)))) return null;
  const text = ASIDES.reduce(blank, tidy(line));
  const said = foldInPlace(text);
  const period = periodAmong(text);
  if (SINCE.test(said) || BEFORE.test(said) || WIDER.test(said)) return 'other';
  if (MONTHS.test(said) && period !== 'own') return 'other';
  if (PLAN.test(said)) return 'plan';
  const unit = unitNamed(text, unitIn);
  if (unit?.isOwn === false || period === 'other') return 'other';
  if (unit !== null || period === 'own' || OWN.test(said)) return 'own';
  return RESULTS.test(said) ? 'results' : null;
}

function blank(text: string, shape: RegExp): string {
  return [...foldInPlace(text).matchAll(shape)].reduce(
    (rest, { index, 0: said }) => rest.slice(0, index) + ' '.repeat(said.length) + rest.slice(index + said.length),
    text,
  );
}

/** "Sở Xây dựng báo về Sở Công Thương kết quả sau": whose figures they are stands in front. */
function unitNamed(text: string, unitIn: AboutReader['unitIn']): { isOwn: boolean } | null {
  const to = foldInPlace(text).search(REPORTS);
  const subject = to > 0 ? text.slice(0, to) : text;
  for (const piece of subject.split(APART)) {
    const unit = piece.trim() === '' ? null : unitIn(piece);
    if (unit !== null) return unit;
  }
  return null;
}

/** A heading or an opening sentence that holds for what stands below it. */
interface Held {
  about: 'plan' | 'other';
  /** The level of the numbered heading that it stands at or under; 0: above them all. */
  level: number;
}

export function isElsewhere(about: About): about is 'plan' | 'other' {
  return about === 'plan' || about === 'other';
}

/** Follows the headings and opening sentences of a text, or the rows of a table: what stands there is told of what. */
export function followHeadings(read: (line: string) => About, levelOf: (line: string) => number | null) {
  let held: Held | null = null;
  let level = 0;
  return {
    /** Whether what stands here is told of something else than the report. */
    isElsewhere: (): boolean => held !== null,
    /** A line that opens what is below: a heading, or a sentence in front of a list or a table. */
    open(line: string): void {
      const own = levelOf(line);
      if (own !== null) level = own;
      const about = read(line);
      if (isElsewhere(about)) held = { about, level };
      else if (held !== null && ends(held, about, own)) held = null;
    },
    /** A sheet of its own, or another file. */
    begin(): void {
      held = null;
      level = 0;
    },
  };
}

/** A numbered heading ends what stood at or under one of its level; "kết quả" ends a plan, and not what came together since January. */
function ends(held: Held, about: About, level: number | null): boolean {
  if (about === 'own') return true;
  if (about === 'results' && held.about === 'plan') return true;
  return level !== null && held.level > 0 && level <= held.level;
}

/** Every other part of a workbook is a sheet's name. */
export function isBook(parts: readonly DocumentPart[]): boolean {
  return parts.length > 1 && parts.every(({ kind }, at) => (kind === 'line') === (at % 2 === 0));
}
