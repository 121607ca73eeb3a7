import type { Outgoing } from './message.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import type { SpokenTicket } from './ticket.ts';
import { answering, sayTicketHead, shorten, TICKET_WORDS } from './ticket.ts';

const NEWS_SHOWN = 5;
const OLD_SHOWN = 8;
const OFFERED = 3;

/** What was raised since, and what has waited for days, as a coordinator reads it unasked. */
export function sayTicketsToDesk(news: readonly SpokenTicket[], old: readonly SpokenTicket[]): Outgoing {
  const answerable = [...news, ...old].slice(0, OFFERED);
  return {
    text: join(
      [
        news.length === 0
          ? []
          : join(
              [
                say`🔔 ${b(news.length === 1 ? 'Có vướng mắc cần trả lời' : `Có ${news.length} vướng mắc cần trả lời`)}`,
                ...news.slice(0, NEWS_SHOWN).map((one) => say`${sayTicketHead(one)}\n${sayNews(one)}`),
                sayRest(news.length - NEWS_SHOWN),
              ],
              '\n\n',
            ),
        old.length === 0
          ? []
          : join([
              say`⏳ ${b(`Vướng mắc đã chờ từ hai ngày làm việc (${old.length})`)}`,
              ...old.slice(0, OLD_SHOWN).map((one) => sayInList(one)),
              sayRest(old.length - OLD_SHOWN),
            ]),
      ],
      '\n\n',
    ),
    choices: answerable.map(({ id }) => [answering(id)]),
    answer: 'pick',
  };
}

/** What was asked last; where it was asked back, that. */
function sayNews({ lines }: SpokenTicket): RichText {
  const asked = lines.filter((line) => line.side === 'asker');
  const last = asked.at(-1)?.text ?? '';
  return say`${asked.length > 1 ? 'Hỏi thêm: ' : ''}“${shorten(last, 400)}”`;
}

const LISTED = 10;
const OFFERED_OF_LIST = 5;

/** Those that wait, the oldest first, for coordinators. */
export function sayOpenTickets(open: readonly SpokenTicket[]): Outgoing {
  if (open.length === 0) return { text: TICKET_WORDS.none };
  return {
    text: join(
      [
        say`${b(`Vướng mắc chờ trả lời (${open.length}), lâu nhất trước`)}`,
        join([...open.slice(0, LISTED).map(sayInList), sayRest(open.length - LISTED)]),
        sayHow(open[0]?.id ?? 1),
      ],
      '\n\n',
    ),
    choices: open.slice(0, OFFERED_OF_LIST).map(({ id }) => [answering(id)]),
    answer: 'pick',
  };
}

export const TICKET_DESK = {
  oneByOne: say`Người hỏi đọc lý do đóng, nên bot chưa đóng hết một lượt. Đóng từng cái: /vuongmac dong, số và lý do.`,
} as const;

/** What one unit raised, newest first, and what its latest report says; both are said where there is nothing. */
export function sayTicketsOf(
  unit: string,
  raised: readonly SpokenTicket[],
  latest: { report: SpokenTask; words: string | null } | null,
): Outgoing {
  const none =
    latest === null ? [] : say`${sayReport(latest.report.obligation, latest.report.period)} không nêu vướng mắc.`;
  const told =
    latest === null || latest.words === null
      ? none
      : say`${b(sayReport(latest.report.obligation, latest.report.period))} ghi:\n${latest.words}`;
  return {
    text: join(
      [
        raised.length === 0
          ? say`${unit} chưa gửi vướng mắc nào qua bot.`
          : join([say`${b(`Vướng mắc của ${unit}`)}`, ...raised.map(sayInList)]),
        told,
      ],
      '\n\n',
    ),
    choices: raised
      .filter(({ state }) => state === 'open')
      .slice(0, OFFERED_OF_LIST)
      .map(({ id }) => [answering(id)]),
    answer: 'pick',
  };
}

/** An answer to a unit that asked nothing: it can go as a notice. */
export function sayNoneToAnswer(unit: string, code: string, words: string): Outgoing {
  return {
    text: say`${unit} không có vướng mắc nào chờ trả lời, nên bot chưa gửi gì.`,
    choices: [[{ label: `Gửi thành thông báo cho ${code}`, value: `/thongbao cho ${code}: ${words}` }]],
    answer: 'pick',
  };
}

/** An answer to a unit that asked several things. */
export function sayWhichTicket(unit: string, waiting: readonly SpokenTicket[], words: string): Outgoing {
  return {
    text: join([
      say`${unit} có ${waiting.length} vướng mắc đang chờ. Câu này trả lời số nào?`,
      ...waiting.map(sayInList),
    ]),
    choices: waiting
      .slice(0, OFFERED_OF_LIST)
      .map(({ id }) => [{ label: `Trả lời số ${id}`, value: `/vuongmac traloi ${id} ${words}` }]),
    answer: 'pick',
  };
}

function sayHow(id: number): RichText {
  return say`Xem: ${code(`/vuongmac ${id}`)}. Trả lời: ${code(`/vuongmac tra loi ${id} nội dung`)}. Nhận xử lý: ${code(`/vuongmac nhan ${id}`)}. Đóng: ${code(`/vuongmac dong ${id} lý do`)}.`;
}

function sayInList(one: SpokenTicket): RichText {
  const waits = one.waitsDays < 1 ? 'trong ngày' : `${one.waitsDays} ngày làm việc`;
  const owner = one.owner === null ? 'chưa ai nhận' : `${one.owner} nhận`;
  return say`${b(`Số ${one.id}`)} – ${one.unit || one.asker}, ${waits}, ${owner}: “${shorten(one.lines.at(-1)?.text ?? '', 80)}”`;
}

function sayRest(more: number): RichText {
  return more > 0 ? say`Còn ${more} vướng mắc khác: gõ /vuongmac` : [];
}
