import { withoutDenied } from '../change/other-report.ts';
import { behindRefusal } from '../extension-talk.ts';
import { fold, foldInPlace, tidy } from '../fold.ts';
import { withoutOrder } from '../review-reply.ts';
import { behindSighs } from '../sigh-word.ts';
import { NO_FIGURES, PERIODS } from '../told/told-words.ts';

/** A report laid out a thing a line, and what stands in it of another period. */
export interface LaidOut {
  text: string;
  /** "Tháng 11: 2 hội nghị" behind the report of another month, as typed; empty where there is none. */
  ofAnother: string;
}

const PERIOD_HEAD =
  /(?:^|[\n;.,])[^\S\n]*(?:(?:con|va|bao cao|bc)[^\S\n]+)*(?:(?:thang|t)[^\S\n]?\d{1,2}(?:[^\S\n]?\/[^\S\n]?20\d\d)?|nam(?:[^\S\n]20\d\d)?|[69][^\S\n]thang(?:[^\S\n](?:dau|cuoi)[^\S\n]nam)?)[^\S\n]{0,2}:/gu;
/** Short for a text's name, without a colon: "kq mở lớp". */
const SHORT_NAME = /(^|[,;.\n])([^\S\n]*)(kq|kk|đx)[^\S\n]+(?:(?:thì|thi)[^\S\n]+)?(?=\p{L}[^:\n]*(?:\n|$))/giu;
/** Fields' names cut short, with their marks: "công", "cộng", "đại" are other words. */
const CUT_SHORT =
  /(?<!\p{L})(?:cổng|đài)(?=[^\S\n]{0,3}[:=]?[^\S\n]{0,3}\d)|(?<=^|[\n,;][^\S\n]?)(?:cổng|cong)(?=[^\S\n](?:một|mot|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mười|muoi)(?!\p{L}))|(?<=\d[^\S\n]{0,2}(?:tin|bài|bai|tin bài|tin bai)[^\S\n])(?:cổng|cong)(?=[^\S\n]?(?:[,;.]|$|\n))|(?<=\d[^\S\n]?)cổng(?=[^\S\n]?(?:[,;.]|$|\n))|(?<=(?:^|[\n,;])[^\S\n]?(?:(?:\d{1,2}|[a-z])[.)][^\S\n]|[-+*•][^\S\n]?)?)cong(?= ?[:=]? ?\d)|(?<=(?:bai|tin)[^\S\n](?:va|voi)[^\S\n])cong(?= ?[:=]? ?\d)/giu;
/** "Dự 90", "báo 22", "25 báo": with a figure, and nothing else in its part. */
const ATTENDED =
  /(?<=^|[\n,;.][^\S\n]?)(?:dự|du)(?=(?:[^\S\n](?:là|có|la|co))?[^\S\n]\d[\d.,]*(?:(?<=\.)[^\S\n]|[^\S\n]*(?:[,;\n]|$)))/giu;
const PRINTED =
  /(?<=^|[\n,;.][^\S\n]?)(?:báo|bao)(?=[^\S\n]\d[\d.]*(?:(?<=\.)[^\S\n]|[^\S\n]*(?:[,;\n]|$)))|(?<=(?:^|[\n,;.])[^\S\n]?\d{1,4}[^\S\n])(?:báo|bao)(?=[^\S\n]*(?:[,;\n]|$))/giu;
const GATE_OR_SITE =
  /(?<!\p{L})(?:cổng|cong)\s?[/,]\s?trang(?!\s?(?:ttđt|ttdt|thông|thong|web|tin)(?!\p{L}))(?!\p{L})/giu;
/** A run of blanks is looked at from its beginning alone: from each of them it would take the square of their number. */
const END_MARK = /(?<![^\S\n])[^\S\n]*\.\/\.[^\S\n]*(?=\n|$)/gu;

/**
 * Lays ordinary official prose out: rows of a table as "name: figure", the opening and the end mark left out, a second period's report
 * apart. Lines that the template wrote stay as they are.
 */
export function layOut(text: string): LaidOut {
  const tidied = tidy(text);
  if (tidied.length > LONGEST || /^[^\S\n]*\|/mu.test(tidied)) return { text, ofAnother: '' };
  const said = behindSighs(behindRefusal(tidied) ?? tidied).replace(LEFT_OF_HEAD, '');
  const { own, ofAnother } = splitPeriods(withoutOpening(said).replace(IN_HASTE, ''));
  const rows = own.includes('\t') ? own.split('\n').map(rowOf).join('\n') : own;
  return {
    text: withoutOrder(rows)
      .replace(END_MARK, '')
      .replace(SHORT_NAME, '$1\n$3: ')
      .replace(ATTENDED, 'người dự')
      .replace(PRINTED, 'bài báo')
      .replace(GATE_OR_SITE, 'cổng TTĐT')
      .replace(CUT_SHORT, (name) =>
        /c/iu.test(name) ? `${name} ${name === 'cong' ? 'TTDT' : 'TTĐT'}` : `${name} truyền thanh`,
      ),
    ofAnother,
  };
}

/** Left of "báo cáo tháng 12 nữa: 4 hội nghị", where the report was named. */
const LEFT_OF_HEAD = /^\s*(?:nữa|nua|luôn|luon|nhé|nhe|thì|thi|đây|day)(?: (?:nhé|nhe|ạ|a|là|la))?\s*[:,]\s+(?=\S)/iu;
/** "STC gửi gấp: hn 2, dự 88", "em nộp luôn cho kịp giờ: …": who sends it, and how soon. */
const IN_HASTE =
  /^\s*(?:(?:em|e|chị|anh|tôi|tui|mình|xin|bên em|dạ|\p{Lu}{2,10})\s+){0,4}(?:gửi|gui|nộp|nop|báo|bao)(?:\s+(?:gấp|gap|luôn|luon|nhanh|vội|voi|sớm|som|ngay|số liệu|so lieu|báo cáo|bao cao|bc|cho kịp giờ|cho kip gio|kịp giờ|kip gio|em|chị|chi|bot|nhé|nhe|ạ)){1,5}\s*:\s*(?=\S)/iu;
const LONGEST = 20_000;

/**
 * The text from the period on whose report it is: "tháng 11: 2 hội nghị …", "à khoan, tháng 12: …", "báo cáo t4 nhé: 1 lớp", "Tháng 12/2026:
 * không phát sinh". Null where it names none before its figures, or only compares with one.
 */
export function fromItsPeriod(text: string): string | null {
  const tidied = tidy(withoutDenied(text)).trimStart();
  if (beginsWithPeriod(tidied)) return tidied;
  const head = foldInPlace(tidied.slice(0, LONGEST_PREFACE));
  const [named] = head.matchAll(NUMBERED_PERIOD);
  // The head of a template is read by itself.
  if (named === undefined || head.includes('#')) return null;
  const before = head.slice(0, named.index).split(/[^a-z0-9]+/u);
  if (before.some((word) => word !== '' && !BEFORE_PERIOD.has(word))) return null;
  const behind = tidied.slice(named.index + named[0].length);
  return /\d/u.test(behind) || /khong (?:phat sinh|co gi)/u.test(fold(behind)) ? tidied.slice(named.index) : null;
}

const LONGEST_PREFACE = 80;
const NUMBERED_PERIOD =
  /\b(?:thang|thg|t)[ .]?\d{1,2}(?:[/-](?:20)?\d\d)?\b|\b[69] thang (?:dau|cuoi)(?: nam)?\b|\bnam 20\d\d\b/gu;
/** What people say before they come to it. */
const BEFORE_PERIOD = new Set(
  (
    'a ah o u uh da vang y thoi khoan quen nham khong ko em anh chi co chu bot ad oi chao xin loi gui nop not bao cao bc cho nhe nha day la con va ' +
    'roi luon ma minh so lieu de the vay cua'
  ).split(' '),
);

function beginsWithPeriod(text: string): boolean {
  const [head] = foldInPlace(tidy(text).trimStart()).matchAll(PERIOD_HEAD);
  return head !== undefined && head.index === 0 && /\d/u.test(text.slice(head[0].length));
}

/** "Kính gửi …, Sở X báo cáo tháng 12 năm 2026 như sau:", "Báo cáo số 45/BC-UBND ngày 14/01/2027 về tháng 1/2027:": who writes, to whom, of what. */
function withoutOpening(text: string): string {
  const folded = foldInPlace(text.slice(0, LONGEST_OPENING));
  const opening = OPENING.exec(folded)?.[0] ?? '';
  const bare = [...NO_FIGURES, PERIODS].reduce((left, shape) => left.replace(shape, ' '), opening);
  return /\d/u.test(bare) || beginsWithPeriod(opening) ? text : text.slice(opening.length);
}

const LONGEST_OPENING = 240;
const OPENING =
  /^[^:;\n|#=]*?(?:nhu sau|xin bao cao|\bbc so [^:;\n]*|bao cao so [^:;\n]*|(?:bao cao|bc) (?:thang|quy|nam)(?:[^:;,.\n]|\.(?=\d))*)\s*:\s*(?=\S)/u;

function splitPeriods(text: string): { own: string; ofAnother: string } {
  const heads = [...foldInPlace(text).matchAll(PERIOD_HEAD)];
  const first = heads.find(({ index }) => /\d|:/u.test(text.slice(0, index).replace(/(?:tháng|thang|t) ?\d+/giu, '')));
  const same = first === undefined ? false : fold(first[0]) === fold(heads[0]?.[0] ?? '') && heads[0] !== first;
  if (first === undefined || same) return { own: text, ofAnother: '' };
  return { own: text.slice(0, first.index), ofAnother: text.slice(first.index).replace(/^[\s;.,]+/u, '') };
}

/** "1⇥Hội nghị⇥cuộc⇥6": the name and its one figure. A heading ("STT …") says nothing. */
function rowOf(line: string): string {
  if (!line.includes('\t')) return line;
  const cells = line.split('\t').map((cell) => cell.trim());
  if (/^(?:stt|tt|số tt)$/iu.test(cells[0] ?? '')) return '';
  const told =
    /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[ivx]{1,4}[.)]?|[-+•])$/iu.test(cells[0] ?? '') && cells.length > 2
      ? cells.slice(1)
      : cells;
  const [name = '', ...others] = told.filter((cell) => cell !== '');
  const figures = others.filter((cell) => /^\d[\d.,]*(?:\s*\p{L}+)?$/u.test(cell));
  if (name === '' || others.length === 0) return line;
  if (figures.length === 1) return `${name}: ${figures[0]}`;
  return figures.length === 0 && others.length === 1 ? `${name}: ${others[0]}` : line.replaceAll('\t', ' ');
}
