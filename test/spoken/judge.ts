import { type Bench, createBench, FROZEN_PLAN, type Member } from '../support/bot-bench.ts';
import { withoutMarks } from './grammar.ts';
import { KEYS, type Key, type Message, TEXTS, type Truth } from './truth.ts';

export type Verdict = 'right' | 'asked' | 'missed' | 'wrong' | 'lost' | 'needless';

interface Finding {
  verdict: Verdict;
  key: Key | 'rest';
  rule: string;
  told: string;
}

export interface Judged {
  message: Message;
  reply: string;
  findings: Finding[];
}

const SHOWN: Record<Key, string> = {
  hoi_nghi: 'Hội nghị, tập huấn',
  nguoi_du: 'Lượt người dự',
  tin_bai: 'Tin, bài báo chí',
  phat_thanh: 'Phát thanh, truyền hình',
  cong_ttdt: 'Cổng, trang TTĐT',
  mang_xa_hoi: 'Bài mạng xã hội',
  truc_quan: 'Trực quan, in ấn',
  kinh_phi: 'Kinh phí (triệu đồng)',
  ket_qua: 'Kết quả nổi bật',
  vuong_mac: 'Khó khăn, vướng mắc',
  kien_nghi: 'Đề xuất, kiến nghị',
};

/** What a person sees in the answer: by field what is taken as sure, and what is asked. */
interface Seen {
  sure: Partial<Record<Key, string>>;
  asked: Partial<Record<Key, string>>;
  /** Texts which are said to be noted, without being read back. */
  kept: Set<Key>;
  /** The whole message was not understood, and that was said. */
  refused: boolean;
}

function look(reply: string): Seen {
  const seen: Seen = {
    sure: {},
    asked: {},
    kept: new Set(),
    refused: !/Đã ghi|giữ lại:|Xem lại trước khi gửi|Câu \d+\/\d+|có phải/u.test(reply),
  };
  for (const line of reply.split('\n')) {
    for (const key of KEYS) {
      const label = SHOWN[key];
      if (line.startsWith(`• ${label}: `)) {
        const rest = line.slice(label.length + 4);
        const question = /\?|chưa|không đọc|cần|^“/u.test(rest) && !/^[\d.,]+$/u.test(rest);
        if (question && (!isText(key) || rest.startsWith('“'))) seen.asked[key] = rest;
        else seen.sure[key] = rest;
      }
    }
    const noted = /(?:Đã ghi|Đã đọc được và giữ lại:) (.+)$/u.exec(line)?.[1];
    if (noted !== undefined) readNoted(noted, seen);
  }
  return seen;
}

function readNoted(noted: string, seen: Seen): void {
  for (const key of KEYS) {
    const label = SHOWN[key];
    for (const part of noted.split(/;\s|\.(?:\s|$)/u)) {
      if (part === label) seen.kept.add(key);
      else if (part.startsWith(`${label} `)) seen.sure[key] ??= part.slice(label.length + 1);
    }
  }
}

/** Benches with a liaison in every unit: each message meets a person who has said nothing yet. */
export async function judgeAll(messages: readonly Message[], each: (judged: Judged) => void): Promise<void> {
  let bench: Bench | null = null;
  let members: Member[] = [];
  for (const message of messages) {
    if (bench === null || members.length === 0) {
      bench = createBench({ start: '2026-11-10 09:00' });
      await bench.tick();
      const { tasks } = bench.store;
      const owing = FROZEN_PLAN.units.filter(({ code }) =>
        tasks.ofUnit(code, 10).some(({ period }) => period === '2026-11'),
      );
      members = owing.map(({ code }) => (bench as Bench).join('liaison', code));
      if (members.length === 0) throw new Error('nobody owes a report');
    }
    const member = members.pop() as Member;
    // Only so many messages leave in a second: the next person writes later.
    await bench.clock.advance(5_000);
    const before = bench.texts(member).length;
    await bench.type(member, message.text);
    const reply = bench.texts(member).slice(before).join('\n');
    if (reply === '') throw new Error(`no answer to: ${message.text}`);
    const seen = look(reply);
    if (/Câu 1\/1\. Nhờ anh\/chị nêu các kết quả/u.test(reply) && seen.kept.size > 0) {
      await bench.clock.advance(5_000);
      const then = bench.texts(member).length;
      await bench.type(member, 'Đã tuyên truyền tốt.');
      const { sure } = look(bench.texts(member).slice(then).join('\n'));
      for (const key of ['vuong_mac', 'kien_nghi'] as const) if (sure[key] !== undefined) seen.sure[key] = sure[key];
    }
    each(judge(message, reply, seen));
  }
}

function judge(message: Message, reply: string, seen: Seen): Judged {
  const findings: Finding[] = [];
  for (const key of KEYS) {
    const truth = message.truth[key];
    const rule = message.pieces.find((piece) => key in piece.truth)?.rule ?? 'nothing said';
    const verdict = verdictOf(key, truth, seen, reply, message);
    const said =
      truth === undefined ? '-' : 'value' in truth ? String(truth.value) : 'text' in truth ? truth.text : truth.kind;
    if (verdict !== null)
      findings.push({ verdict, key, rule, told: `${said} | ${seen.sure[key] ?? seen.asked[key] ?? 'empty'}` });
  }
  for (const piece of message.pieces) {
    if (Object.keys(piece.truth).length > 0 && piece.rule !== 'prose') continue;
    for (const news of piece.news) {
      if (!seen.refused && !holds(reply, news) && !pieceNamed(reply, news))
        findings.push({ verdict: 'lost', key: 'rest', rule: piece.rule, told: news });
    }
  }
  return { message, reply, findings };
}

function verdictOf(key: Key, truth: Truth | undefined, seen: Seen, reply: string, message: Message): Verdict | null {
  const [sure, asked] = [seen.sure[key], seen.asked[key]];
  if (truth?.kind === 'free') return null;
  if (truth === undefined) {
    // Whatever is kept as a text is there to be seen: only figures can be wrong where nothing was said.
    if (sure !== undefined && !isText(key)) return 'wrong';
    return asked === undefined || isText(key) ? null : 'needless';
  }
  if (sure === undefined && seen.kept.has(key)) return truth.kind === 'text' ? 'right' : null;
  const words = message.pieces.filter((piece) => key in piece.truth).flatMap((piece) => piece.news);
  const unread = seen.refused || words.every((one) => holds(reply, one) || pieceNamed(reply, one));
  if (sure === undefined) {
    if (asked !== undefined) return truth.kind === 'ask' ? 'right' : 'asked';
    if (truth.kind === 'ask') return unread ? 'asked' : 'lost';
    return unread ? 'missed' : 'lost';
  }
  if (truth.kind === 'text') return same(sure, truth.text) ? 'right' : 'wrong';
  if (truth.kind === 'ask') return words.some((one) => pieceNamed(reply, one)) ? 'asked' : 'wrong';
  const wanted = truth.kind === 'none' ? 0 : truth.value;
  return Number(sure.replaceAll('.', '').replace(',', '.')) === wanted ? 'right' : 'wrong';
}

const isText = (key: Key): boolean => TEXTS.some((one) => one === key);
const flat = (text: string): string =>
  withoutMarks(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const holds = (reply: string, words: string): boolean => flat(reply).includes(flat(words));
const same = (one: string, other: string): boolean => fully(one) === fully(other);
/** A shortened word spelled out is the same word. */
const fully = (text: string): string =>
  flat(text)
    .replace(/\bko\b/gu, 'khong')
    .replace(/\bng\b/gu, 'nguoi')
    .replace(/\bdc\b/gu, 'duoc')
    .replace(/\bvs\b/gu, 'voi');

/** Named in part: what stands in «…» is inside the words, or holds them. */
function pieceNamed(reply: string, words: string): boolean {
  return [...reply.matchAll(/«([^»]+)»/gu)].some(([, named = '']) => {
    const part = flat(named).replace(/ …$/u, '');
    return part !== '' && (flat(words).includes(part) || part.includes(flat(words)));
  });
}
