import type { Choice } from './message.ts';
import { sayPeriodKey, sayReportFirst, sayReportShort } from './period.ts';
import { type SpokenWaiting, sayRisks } from './review.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';

const NAMED = 40;
const RISKS_SHOWN = 2;

export interface SpokenQueue {
  /** Those to be opened one by one; `more`: how many there are beside them. */
  risky: readonly SpokenWaiting[];
  more: number;
  firsts: readonly SpokenWaiting[];
  harmless: readonly SpokenWaiting[];
  total: number;
}

/** What waits: the doubtful ones with why, and the names of all that can be accepted together. */
export function sayQueue({ risky, more, firsts, harmless, total }: SpokenQueue): RichText {
  return join(
    [
      say`📋 ${b(`Chờ duyệt: ${total} báo cáo`)}`,
      risky.length === 0
        ? []
        : join([
            say`⚠️ ${b(`Cần xem từng báo cáo (${risky.length + more})`)}`,
            ...risky.map(({ view, risks }) => say`• ${nameOf(view)}: ${sayRisks(view.form, risks, RISKS_SHOWN)}`),
            more === 0 ? [] : say`… còn ${more} báo cáo, hiện ra khi xong các báo cáo trên.`,
          ]),
      harmless.length === 0 ? [] : say`${b(`Không có gì bất thường (${harmless.length})`)}, ${names(harmless)}.`,
      firsts.length === 0 ? [] : say`${b(`Báo cáo đầu tiên của người mới (${firsts.length})`)}, ${names(firsts)}.`,
    ],
    '\n\n',
  );
}

/** A round that is long finished, with how many of its reports were never accepted. */
export interface OldRound extends Pick<SpokenTask, 'obligation' | 'period'> {
  count: number;
}

const OLD_NAMED = 3;

/** What was never accepted of former periods: no part of what waits, and still to be found. */
export function sayOldRounds(old: readonly OldRound[]): RichText {
  const [latest] = old;
  if (latest === undefined) return [];
  const named = old.slice(0, OLD_NAMED).map((one) => `${sayReportFirst(one.obligation, one.period)}: ${one.count}`);
  const more = old.length > OLD_NAMED ? `; và còn ${old.length - OLD_NAMED} kỳ trước nữa` : '';
  return say`Kỳ cũ chưa duyệt, không tính ở đây: ${named.join('; ')}${more}. Xem thì gõ /duyet và tên kỳ, ví dụ: /duyet ${sayPeriodKey(latest.period.key)}`;
}

export function oldRoundChoices(old: readonly OldRound[]): Choice[][] {
  return old
    .slice(0, OLD_NAMED)
    .map(({ obligation, period }) => [
      { label: `Duyệt ${sayReportShort(obligation, period)}`, value: `/duyet ${obligation.code} ${period.key}` },
    ]);
}

/** The queue again, to somebody who has just read it: what it holds, in one line. */
export function sayQueueBriefly({ risky, more, total }: SpokenQueue): RichText {
  return say`📋 ${b(`Chờ duyệt: ${total} báo cáo`)}, ${risky.length + more} cần xem từng báo cáo.`;
}

/** "tháng 10/2026: Sở Y tế, Báo Hải Dương; tháng 11/2026: Huyện Bình Giang". */
function names(waiting: readonly SpokenWaiting[]): string {
  const rounds = [...Map.groupBy(waiting, ({ view }) => reportOf(view))];
  return rounds
    .map(([report, these]) => `${report}: ${these.map(({ view }) => view.unit.shortName).join(', ')}`)
    .join('; ');
}

function reportOf({ obligation, period }: SpokenTask): string {
  return sayReportFirst(obligation, period).toLowerCase();
}

/** As many reports as are accepted at one tap: those whose names fit into the message. */
export const ACCEPTED_TOGETHER = NAMED;

function nameOf(view: SpokenTask): string {
  return `${view.unit.shortName} (${reportOf(view)})`;
}
