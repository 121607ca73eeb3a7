import { capital, tidy } from '../language/fold.ts';
import { spelled } from '../language/spelled.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitGroupsIn } from './unit-spans.ts';

/** One person, as somebody is spoken of: by name, and perhaps with the unit. */
export interface SaidPerson {
  name: string;
  unit: string | null;
}

const LEAD = `(?:(?:${spelled('em|bot|ơi|giúp|nhờ|hãy|chị|anh|tôi|mình|ok|rồi|giờ')})\\s+){0,4}?`;
const TELLS = new RegExp(
  `^${LEAD}(${spelled('nhắn tin riêng|nhắn riêng|nhắn tin|nhắn|gửi tin riêng|gửi tin|gửi riêng|gửi|bảo|nói lại với|nói với|yêu cầu|đề nghị')})(?:\\s+${spelled('cho|tới|đến|với')})?\\s+`,
  'iu',
);
const TITLE = new RegExp(`^${spelled('anh|chị|em|đồng chí|đ/c|bác|cô|chú|ông|bà')}\\s+`, 'iu');
const OF = new RegExp(`^${spelled('bên|ở|của|tại|đơn vị')}\\s+`, 'iu');
const SAYS = new RegExp(`^\\s*(?:[:,]\\s*|(?:${spelled('là|rằng|biết là|biết rằng')})\\s+)+`, 'iu');
/** What somebody is told to do, or by when. */
const TO_DO = new RegExp(
  `^\\s*${spelled('nhớ|hãy|gửi|nộp|bổ sung|sửa|gọi|xem|đọc|kiểm tra|rà soát|làm|chỉnh|cử|liên hệ|hoàn thành|chuyển|cung cấp|trả lời|xác nhận|ký|đừng|trước|mai|chiều|sáng|ngay|lên|đến|tới')}(?![\\p{L}])`,
  'iu',
);
/** A report that is asked for, or sent back, is an order of its own. */
const OTHER_ORDER = new RegExp(spelled('báo cáo đột xuất|báo cáo nhanh|làm lại|sửa lại báo cáo'), 'iu');
const LONGEST_NAME = 4;

/**
 * "Nhắn chị Hoa bên HBG là gửi lại phụ lục", "bảo Công an tỉnh gửi lại phụ lục": whom, and the words for them, as they are typed behind
 * "/thongbao"; null where no one person or unit stands behind the verb, or nothing is told.
 */
export function readMessage(text: string, units: readonly KnownUnit[]): string | null {
  const typed = tidy(text).trim();
  const lead = TELLS.exec(typed);
  if (lead === null || typed.includes('\n') || OTHER_ORDER.test(typed)) return null;
  // "Báo Hải Dương gửi …" is a paper.
  if (unitGroupsIn(typed, units)[0]?.from === 0) return null;
  const rest = typed.slice(lead[0].length);
  const told = personAtFront(rest, units) ?? unitAtFront(rest, units);
  if (told === null) return null;
  const isApart = SAYS.test(told.behind);
  const isPlain = TO_DO.test(told.behind) && !/^(?:gửi|gui)$/iu.test(lead[1] ?? '');
  const words = told.behind.replace(SAYS, '').trim();
  if ((!isApart && !isPlain) || words.split(' ').length < 2) return null;
  return `cho ${told.who}: ${capital(words)}`;
}

/** "Chị Hoa bên HBG", "anh Phúc": the whole text is one person; null where it is anybody else. */
export function readPerson(text: string, units: readonly KnownUnit[]): SaidPerson | null {
  const told = personAtFront(`${tidy(text).trim()}:`, units);
  return told?.behind === ':' ? { name: told.name, unit: told.unit } : null;
}

function unitAtFront(text: string, units: readonly KnownUnit[]): { who: string; behind: string } | null {
  const [first] = unitGroupsIn(text, units);
  return first?.from === 0 ? { who: first.who.join(', '), behind: text.slice(first.to) } : null;
}

function personAtFront(
  text: string,
  units: readonly KnownUnit[],
): (SaidPerson & { who: string; behind: string }) | null {
  const title = TITLE.exec(text);
  if (title === null) return null;
  const words = text.slice(title[0].length).split(' ');
  for (let count = 1; count <= Math.min(LONGEST_NAME, words.length - 1); count += 1) {
    const name = words.slice(0, count).join(' ');
    const rest = words.slice(count).join(' ').replace(OF, '');
    const [unit] = unitGroupsIn(rest, units);
    const code = unit?.from === 0 && unit.who.length === 1 ? unit.who[0] : undefined;
    if (unit !== undefined && code !== undefined && /^\p{L}[\p{L}\s]*$/u.test(name))
      return { name, unit: code, who: `${title[0]}${name} bên ${code}`, behind: rest.slice(unit.to) };
  }
  const alone = /^(\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,3})(?=\s*:|\s+(?:là|rằng)\s)/u.exec(words.join(' '));
  return alone?.[1] === undefined
    ? null
    : { name: alone[1], unit: null, who: `${title[0]}${alone[1]}`, behind: words.join(' ').slice(alone[0].length) };
}
