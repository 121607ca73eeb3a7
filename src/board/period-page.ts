import { compileRound } from '../actions/compile-round.ts';
import type { Desk } from '../actions/desk.ts';
import type { Instant } from '../domain/calendar.ts';
import { type CompiledRound, type CompiledUnit, figureOf } from '../domain/compiled-round.ts';
import { groupTexts } from '../reports/group-texts.ts';
import { ACT_PAGES, BOARD_NUDGE, BOARD_REVIEW } from '../wording/board-acts.ts';
import type { BoardBlock, BoardCell, BoardPage } from '../wording/board-page.ts';
import { BOARD_PERIOD as WORDS } from '../wording/board-pages.ts';
import { STANDING_WORDS, sayCounts, sayFigure, sayNotCounted, sayTaskState } from '../wording/compiled.ts';
import { sayPeriodKey } from '../wording/period.ts';
import { sayOpenStretch } from '../wording/restored.ts';
import { sayDeadline, sayShortDay } from '../wording/when.ts';
import { table } from './blocks.ts';
import { compiledFact } from './compiled-page.ts';
import { exportLinks } from './export-files.ts';

/**
 * One period: figures by unit and in total, and what the units wrote. `isViewOnly`: for whoever only looks; words of people and
 * reasons stay out, since they may name somebody. Null where it was never opened.
 */
export function boardPeriod(
  desk: Desk,
  { obligation, period }: { obligation: string; period: string },
  now: Instant,
  { isViewOnly }: { isViewOnly: boolean },
): BoardPage | null {
  const round = compileRound(desk, obligation, period, now);
  if (round === null) return null;
  const tasks = new Map(desk.store.tasks.ofRound(obligation, period).map(({ unit, id }) => [unit, id]));
  const blocks: BoardBlock[] = [factsOf(round), figuresOf(round, isViewOnly, tasks)];
  if (!isViewOnly)
    blocks.splice(
      1,
      0,
      ...compiledFact(desk, { obligation, period }, now),
      waysFrom(`${obligation}/${period}`),
      exportLinks({ obligation, period }),
    );
  if (!isViewOnly) blocks.push(...textsOf(round));
  return { title: round.title, blocks };
}

function factsOf({ units, deadline, openStretch, zone }: CompiledRound): BoardBlock {
  return {
    is: 'facts',
    items: [
      { name: WORDS.deadline, value: sayDeadline(deadline) },
      {
        name: WORDS.standing,
        value: sayCounts(
          units.map(({ standing }) => standing),
          units.filter(isNothing).length,
        ),
      },
      ...(openStretch === null
        ? []
        : [
            {
              name: WORDS.restored,
              value: sayOpenStretch(openStretch, zone, units.filter(({ standing }) => standing === 'unsettled').length),
            },
          ]),
    ],
  };
}

function figuresOf(round: CompiledRound, isViewOnly: boolean, tasks: ReadonlyMap<string, number>): BoardBlock {
  const toTask = (unit: string): { to?: string } => {
    const task = isViewOnly ? undefined : tasks.get(unit);
    return task === undefined ? {} : { to: `task/${task}` };
  };
  const { figures, totals, before } = round;
  const numbers = (valueAt: (key: string) => number | null): BoardCell[] =>
    figures.map(({ key }) => ({ text: sayFigure(valueAt(key)), isNumber: true }));
  const sums = [
    [{ text: WORDS.sum }, { text: '' }, ...numbers((key) => totals[key]?.value ?? null)],
    [{ text: WORDS.given }, { text: '' }, ...numbers((key) => totals[key]?.given ?? 0)],
    ...(before === null
      ? []
      : [
          [
            { text: WORDS.before(sayPeriodKey(before.period)) },
            { text: '' },
            ...numbers((key) => before.totals[key]?.value ?? null),
          ],
        ]),
  ];
  return {
    is: 'table',
    caption: WORDS.caption,
    isMatrix: true,
    head: [
      { text: WORDS.unit },
      { text: WORDS.standing },
      ...figures.map(({ shortLabel }) => ({ text: shortLabel, isNumber: true })),
      ...(isViewOnly ? [] : [{ text: WORDS.reason }]),
    ],
    rows: round.units.map((unit) => [
      isViewOnly ? { text: unit.shortName } : { text: unit.shortName, to: `unit/${unit.code}` },
      { text: standingOf(unit), ...toTask(unit.code) },
      ...numbers((key) => figureOf(unit, key)),
      ...(isViewOnly ? [] : [{ text: [unit.reason, unit.extensionReason].filter((one) => one !== null).join('; ') }]),
    ]),
    foot: sums.map((row) => (isViewOnly ? row : [...row, { text: '' }])),
    empty: WORDS.empty,
  };
}

/** It said that there was nothing to report, which is not the same as zeros. */
function isNothing({ counted }: Pick<CompiledUnit, 'counted'>): boolean {
  return counted?.report.nothingToReport === true;
}

function waysFrom(round: string): BoardBlock {
  return {
    is: 'links',
    items: [
      { label: BOARD_NUDGE.way, to: `nudge/${round}` },
      { label: BOARD_REVIEW.ofRound, to: `review?ky=${round}` },
      ...Object.entries(ACT_PAGES).map(([act, { way }]) => ({ label: way, to: `${act}/${round}` })),
    ],
  };
}

function standingOf({ standing, state, extended, lastGoodDay, counted, versions }: CompiledUnit): string {
  const until = extended ? [WORDS.extended(sayShortDay(lastGoodDay))] : [];
  const nothing = isNothing({ counted }) ? [WORDS.nothing] : [];
  // "Chưa nộp, chờ nộp" would say it twice, and so would the waived.
  const moved = state === 'open' || state === 'waived' ? [] : [sayTaskState(state)];
  // What came is never hidden behind a waiver.
  const came = state === 'waived' && versions.length > 0 ? [sayNotCounted(versions.length)] : [];
  return [STANDING_WORDS[standing], ...nothing, ...moved, ...came, ...until].join(', ');
}

function textsOf({ texts, units }: CompiledRound): BoardBlock[] {
  return texts.flatMap(({ key, shortLabel: label }): BoardBlock[] => {
    const { groups, none } = groupTexts(units, key);
    const rows = groups.map(({ text, units: whose }) => [
      { text: whose.map(({ shortName }) => shortName).join(', ') },
      { text, isLong: true },
    ]);
    return [
      { is: 'heading', text: label },
      table(label, WORDS.textHead, rows, WORDS.noTexts),
      ...(none === 0 ? [] : [{ is: 'said' as const, text: [WORDS.none(none)] }]),
    ];
  });
}
