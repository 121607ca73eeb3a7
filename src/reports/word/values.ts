import { type FileChild, type IPatch, Paragraph, PatchType, TextRun } from 'docx';
import { dayOf } from '../../domain/calendar.ts';
import type { CompiledRound } from '../../domain/compiled-round.ts';
import { sayFigure } from '../../wording/compiled.ts';
import {
  DRAFT,
  placeOf,
  sayAbstract,
  sayComparedNotes,
  sayLegalBasis,
  sayRoundParagraphs,
  sayTicketLine,
} from '../../wording/draft.ts';
import { sayPeriodKey } from '../../wording/period.ts';
import { BLOCK_NAMES, type BlockName, LINE_NAMES, type LineName, TOTAL_PREFIX } from '../../wording/template-names.ts';
import { sayDay } from '../../wording/when.ts';
import { groupTexts } from '../group-texts.ts';
import type { holdTables } from './hold-tables.ts';
import { bodyText, headline, type Letters } from './look.ts';
import { differencesTable, sourcesTable, timelinessTable, totalsNotes, totalsTable, unitsTable } from './tables.ts';

type Hold = ReturnType<typeof holdTables>['hold'];

/** A figure of any form of the plan may be named in a template; one that this round does not have is a dash. */
export function patchesFor(round: CompiledRound, names: readonly string[], hold: Hold): Record<string, IPatch> {
  // Last what grows with the units: each name is looked for in the whole of what stands there already.
  const inOrder = names.toSorted((a, b) => Number(a === GROWING) - Number(b === GROWING));
  return Object.fromEntries(inOrder.map((name) => [name, patchFor(round, name, hold)]));
}

const GROWING: BlockName = 'noi_dung';

function patchFor(round: CompiledRound, name: string, hold: Hold): IPatch {
  if (isBlock(name)) return { type: PatchType.DOCUMENT, children: BLOCKS[name](round, hold) };
  if (isLine(name)) return inline(LINES[name](round));
  if (name.startsWith(TOTAL_PREFIX)) {
    const key = name.slice(TOTAL_PREFIX.length);
    return inline(sayFigure(round.totals[key]?.value ?? null));
  }
  return inline(DRAFT.dash);
}

/** Keeps the look of the place it stands in. */
function inline(text: string): IPatch {
  return { type: PatchType.PARAGRAPH, children: [new TextRun(text)] };
}

function isBlock(name: string): name is BlockName {
  return Object.hasOwn(BLOCK_NAMES, name);
}

function isLine(name: string): name is LineName {
  return Object.hasOwn(LINE_NAMES, name);
}

function count(round: CompiledRound, standings: readonly string[]): string {
  return String(round.units.filter((unit) => standings.includes(unit.standing)).length);
}

const LINES: Readonly<Record<LineName, (round: CompiledRound) => string>> = {
  co_quan_cap_tren: (round) => round.plan.issuer.toLocaleUpperCase('vi'),
  co_quan: (round) => round.compiler.name.toLocaleUpperCase('vi'),
  noi_nhan: (round) => round.recipient,
  ky_hieu: (round) => `BC-${round.compiler.code}`,
  dia_danh: (round) => placeOf(round.plan.issuer),
  nam: (round) => dayOf(round.madeAt, round.zone).slice(0, 4),
  ten_bao_cao: (round) => round.title,
  trich_yeu: sayAbstract,
  ky: (round) => sayPeriodKey(round.period.key),
  tu_ngay: (round) => sayDay(round.period.from),
  den_ngay: (round) => sayDay(round.period.to),
  so_don_vi: (round) => count(round, ['on_time', 'late', 'unsettled', 'missing', 'open']),
  so_da_nop: (round) => count(round, ['on_time', 'late', 'unsettled']),
  so_dung_han: (round) => count(round, ['on_time']),
  so_muon: (round) => count(round, ['late']),
  so_chua_nop: (round) => count(round, ['missing', 'open']),
  so_mien: (round) => count(round, ['waived']),
};

const BLOCKS: Readonly<Record<BlockName, (round: CompiledRound, hold: Hold) => FileChild[]>> = {
  can_cu: (round) => paragraphs(sayLegalBasis(round.plan.legalBasis), { italics: true }),
  // A signature does not stand on a page by itself.
  ket_bai: (round) => [bodyText(DRAFT.closing(round.compiler.name, round.recipient), {}, { keepNext: true })],
  tinh_hinh: (round) => paragraphs(sayRoundParagraphs(round)),
  bang_so_lieu: (round, hold) => [
    ...sayComparedNotes(round).map((text) => bodyText(text)),
    hold(totalsTable(round, false)),
  ],
  bang_so_lieu_chu_thich: (round, hold) => [
    ...sayComparedNotes(round).map((text) => bodyText(text)),
    hold(totalsTable(round, true), totalsNotes(round)),
  ],
  chenh_lech: differences,
  noi_dung: texts,
  bang_don_vi: (round, hold) => [hold(unitsTable(round))],
  bang_tien_do: (round, hold) => {
    const told = timelinessTable(round);
    return [told === null ? bodyText(DRAFT.allOnTime) : hold(told)];
  },
  bang_nguon: (round, hold) => [hold(sourcesTable(round))],
};

function paragraphs(texts: readonly string[], letters: Letters = {}): FileChild[] {
  return texts.length === 0 ? [empty()] : texts.map((text) => bodyText(text, letters));
}

function empty(): Paragraph {
  return new Paragraph({ children: [] });
}

/** Where what units confirmed for the longer period is not the sum of their months. */
function differences(round: CompiledRound, hold: Hold): FileChild[] {
  const { months } = round;
  if (months === null) return [empty()];
  const gaps = months.empty.length === 0 ? [] : [bodyText(DRAFT.emptyMonths(months.empty))];
  if (!round.units.some(({ counted }) => counted !== null)) return gaps.length === 0 ? [empty()] : gaps;
  if (months.differences.length === 0) return [...gaps, bodyText(DRAFT.noDifferences)];
  return [...gaps, bodyText(DRAFT.differences), hold(differencesTable(round, months.differences))];
}

/** What units said in words, by field; the same words once, with everybody who said them. */
function texts(round: CompiledRound): FileChild[] {
  const told = round.texts.flatMap((field, index) => {
    const { groups, none } = groupTexts(round.units, field.key);
    const told = groups.flatMap(({ text, units }) => saidBy(units.map((unit) => unit.shortName).join(', '), text));
    const rest = none === 0 ? [] : [bodyText(`- ${DRAFT.none(none)}`)];
    const body = [...told, ...rest];
    return [headline(`${index + 1}. ${field.shortLabel}`), ...(body.length === 0 ? [bodyText(DRAFT.noText)] : body)];
  });
  return [...told, ...tickets(round)];
}

/** What was raised with the coordinators, by its number, and what they answered. */
function tickets(round: CompiledRound): FileChild[] {
  if (round.tickets.length === 0) return [];
  const title = headline(`${round.texts.length + 1}. ${DRAFT.tickets}`);
  return [title, ...round.tickets.map((ticket) => bodyText(sayTicketLine(ticket)))];
}

/** A text of several lines is as many points of that unit's: as paragraphs of their own they would read as the office's words. */
function saidBy(units: string, text: string): FileChild[] {
  const [first = '', ...more] = pointsIn(text);
  if (more.length === 0) return [bodyText(`- ${units}: ${first}`)];
  return [
    bodyText(`- ${units}:`),
    ...[first, ...more].map((point) => bodyText(NUMBERED.test(point) ? point : `+ ${point}`)),
  ];
}

/** Points that the unit counted itself: "1. Về công tác chỉ đạo", "a) …". */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2})*|\p{Ll}|[IVX]{1,4})[.)]\s/u;

/** A line that begins in the middle of a sentence belongs to the one before; marks that the unit put before its points are replaced. */
function pointsIn(text: string): string[] {
  const points: string[] = [];
  for (const line of text.split(/\s*\n\s*/u)) {
    const point = line.replace(/^[-–+*•·]\s*/u, '').trim();
    if (point === '') continue;
    const isRest = point === line && points.length > 0 && /^[\p{Ll},;.)]/u.test(point);
    if (isRest) points.push(`${points.pop()} ${point}`);
    else points.push(point);
  }
  return points;
}
