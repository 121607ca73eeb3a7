import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
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
