import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelName, Sendable } from '../../src/channels/channel.ts';
import { layOut } from '../../src/channels/zalo/lay-out.ts';
import type { Role } from '../../src/domain/access.ts';
import { ROLES } from '../../src/domain/access.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { plain } from '../../src/wording/rich-text.ts';
import type { Bench, Member } from './bot-bench.ts';
import { at, createBench, FROZEN_PLAN } from './bot-bench.ts';
import { receiptFor, restoreLosing } from './lost-report.ts';
import type { MemoryChannel, Sent } from './memory-channel.ts';
import { createMemoryChannel } from './memory-channel.ts';
import { fileOf, UNREADABLE } from './sample-files.ts';
import { WIDE_PLAN } from './wide-plan.ts';

/** UPDATE_TRANSCRIPTS=1 writes down what the bot says now; then READ it as the person would. */
export const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1';
export const TRANSCRIPTS = readdirSync(join(import.meta.dirname, '../conversations'))
  .filter((file) => file.endsWith('.txt'))
  .sort();

/**
 * A conversation as a text file. What stands at the left margin is the script; what is indented is what the bot said.
 *
 *     # a remark                              % An = Nguyễn Văn An, liaison HBG, zalo   (has joined; telegram unless told otherwise)
 *     @ 2026-11-10 08:30   live until then    % Lan = Lê Thị Lan                         (a stranger)
 *     @ ... (ngủ)          sleep until then   % An + liaison HCG                         (a second role)
 *     An:                  An speaks          % mã A = liaison HBG, 2 lượt, 1 ngày       (then {A} in what is typed; {họp}: a meeting's)
 *     > what An types                         % An đã nộp HBG 2026-10 hoi_nghi=3         (through the action)
 *     | and goes on on the next line
 *     % kế hoạch rộng      before the first time: more reports (wide-plan.ts)
 *     > /batdau {mã-vừa-tạo}   the code the bot gave out last
 *     [what An presses]                       % An chặn bot / % An bỏ chặn
 *     + tep.pdf            An sends a file    % khởi động lại                            (the process dies and starts again)
 *     + a.jpg, b.jpg       An sends several in one go; (nhãn dán), (tin thoại), (tin lạ): what no bot can read
 *     % zalo không nghe được từ 2026-11-17 21:40 đến 2026-11-17 23:55
 *     % khôi phục từ 2026-11-17 20:00, mất HBG 2026-11   the database is restored now, without what came later, that report too
 *     > {biên-nhận-An}     the receipt An got last; {mã-biên-nhận-An}: its code
 */
export async function runTranscript(
  script: string,
  plan: Plan = FROZEN_PLAN,
  prepare: (bench: Bench) => void = () => undefined,
): Promise<string> {
  const stage = createStage(plan, prepare);
  for (const step of readSteps(script)) await stage.act(step);
  return `${stage.lines.join('\n').trim()}\n`;
}

/** The script's lines, without what the bot said; lines typed in one go belong together. */
function readSteps(script: string): string[][] {
  const steps: string[][] = [];
  for (const line of script.split('\n')) {
    if (line.trim() === '' || line.startsWith('    ')) continue;
    if (line.startsWith('|')) steps.at(-1)?.push(line);
    else steps.push([line]);
  }
  return steps;
}

/** People take a moment between two lines; a chat gets about one message a second. */
const BREATH_MS = 3000;

function createStage(given: Plan, prepare: (bench: Bench) => void) {
  let plan = given;
  const lines: string[] = [];
  const cast = new Map<string, Member>();
  const codes = new Map<string, string>();
  const seen = new Set<Sent>();
  let bench: Bench | null = null;
  let speaker = '';

  function here(): Bench {
    if (bench === null) throw new Error('a transcript begins with "@ time"');
    return bench;
  }

  function who(name: string): Member {
    const member = cast.get(name);
    if (member === undefined) throw new Error(`nobody is called ${name}`);
    return member;
  }

  async function moveTo(line: string): Promise<void> {
    const time = line.slice(2, 18);
    if (bench === null) {
      bench = createBench({ start: time, plan, channels: bothPlatforms });
      prepare(bench);
    } else if (line.includes('(ngủ)')) return bench.sleepTo(time);
    await here().liveTo(time);
  }

  async function act([line = '', ...more]: string[]): Promise<void> {
    show(line, more);
    if (line.startsWith('@')) await moveTo(line);
    else if (line.startsWith('%')) await arrange(line.slice(1).trim());
    else if (line.startsWith('>')) await here().type(who(speaker), fill([line, ...more].map(typedLine).join('\n')));
    else if (line.startsWith('[')) await here().press(who(speaker), line.trim().slice(1, -1));
    else if (line.startsWith('+')) await attach(line.slice(1).trim());
    else if (line.endsWith(':')) speaker = line.slice(0, -1);
    else if (!line.startsWith('#')) throw new Error(`not a line of a transcript: ${line}`);
    if (/^[>[+%]/u.test(line) && bench !== null) await here().clock.advance(BREATH_MS);
    tell();
  }

  /** One direction to the stage. */
  async function arrange(text: string): Promise<void> {
    if (text === 'kế hoạch rộng') {
      plan = WIDE_PLAN;
      return;
    }
    if (text === 'khởi động lại') return here().crashAndRestart();
    const restored = /^khôi phục từ (.{16})(?:, mất (.+))?$/u.exec(text);
    if (restored !== null) return restoreLosing(here(), at(restored[1] ?? ''), restored[2]);
    const deaf = /^(\S+) không nghe được từ (.{16}) đến (.{16})$/u.exec(text);
    if (deaf !== null) return here().deafen(deaf[1] ?? '', at(deaf[2] ?? ''), at(deaf[3] ?? ''));
    const invitation = /^mã (\S+) = (\S+)(?: ([A-Z]\S*?))?(?:, (\d+) lượt)?(?:, (\d+) ngày)?$/u.exec(text);
    if (invitation !== null) return keepCode(invitation);
    const submitted = /^(\S+) đã nộp (\S+) (\S+)(.*)$/u.exec(text);
    if (submitted !== null) return handIn(submitted);
    const blocking = /^(\S+) (chặn bot|bỏ chặn)$/u.exec(text);
    if (blocking !== null) {
      const { channel, chat } = who(blocking[1] ?? '');
      if (blocking[2] === 'chặn bot') channel.failAlways('blocked', chat);
      else channel.heal(chat);
      return;
    }
    const second = /^(\S+) \+ (\S+) (\S+)$/u.exec(text);
    if (second !== null) {
      const { chat, name } = who(second[1] ?? '');
      here().join(second[2] as Role, second[3] ?? null, { chat, name });
      return;
    }
    const [, key = '', name = '', rest = ''] = /^(\S+) = ([^,]+)(?:, (.*))?$/u.exec(text) ?? [];
    if (key === '') throw new Error(`not a direction: ${text}`);
    enter(key, name, rest);
  }

  function enter(key: string, name: string, rest: string): void {
    const words = rest.split(/[ ,]+/u).filter((word) => word !== '');
    const channel: ChannelName = words.includes('zalo') ? 'zalo' : 'telegram';
    const role = ROLES.find((one) => words.includes(one));
    const unit = words.find((word) => /^[A-Z]+$/u.test(word)) ?? null;
    const chat = `chat-${key}`;
    const on = here().channels.find((one) => one.name === channel);
    if (on === undefined) throw new Error(`no channel ${channel}`);
    if (role !== undefined) cast.set(key, here().join(role, unit, { name, chat, channel }));
    else cast.set(key, { person: 0, chat, channel: on, name });
  }

  function keepCode([, key = '', role = '', unit, uses = '1', days = '7']: RegExpExecArray): void {
    codes.set(key, here().invitation(role as Role, unit ?? null, { uses: Number(uses), days: Number(days) }));
  }

  function handIn([, key = '', unit = '', period = '', values = '']: RegExpExecArray): void {
    const pairs = values
      .trim()
      .split(/\s+/u)
      .filter((pair) => pair.includes('='));
    const numbers = Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]));
    const report = { nothingToReport: false, values: { ket_qua: 'Đã tuyên truyền.', ...numbers } };
    here().submit(who(key), unit, period, report);
  }

  async function attach(text: string): Promise<void> {
    const { channel, chat } = who(speaker);
    if (UNREADABLE.has(text)) return channel.deliver(chat, { unsupported: true, ...UNREADABLE.get(text) });
    const together = text.split(', ').map(fileOf);
    const album = together.length > 1 ? text : undefined;
    await Promise.all(together.map((file) => channel.attach(chat, file, '', album)));
    await here().clock.settle();
  }

  function fill(text: string): string {
    const meeting = bench?.store.meetings.current(here().clock.now())?.code ?? null;
    if (meeting !== null) codes.set('họp', meeting);
    return text.replace(
      /\{(\S+?)\}/gu,
      (_, key: string) => codes.get(key) ?? (key === 'mã-vừa-tạo' ? lastCode() : (receiptFor(key, who) ?? `{${key}}`)),
    );
  }

  /** The code the bot gave out last, on whatever app. */
  function lastCode(): string {
    const said = here().channels.flatMap((channel) => channel.sent.map(({ message }) => plain(message.text)));
    const codes = said.flatMap((text) => /\/batdau ([A-Z0-9]{10})/u.exec(text)?.[1] ?? []);
    return codes.findLast((code) => code !== 'ABCD234567') ?? '';
  }

  function show(line: string, more: readonly string[]): void {
    const joined = /^[>[+]/u.test(line) && lines.at(-1)?.endsWith(':') === true;
    const together = /^[#%]/u.test(line) && /^[#%@]/u.test(lines.at(-1) ?? '');
    if (lines.length > 0 && !joined && !together) lines.push('');
    lines.push(line.trimEnd(), ...more.map((one) => one.trimEnd()));
  }

  /** Writes down what arrived since the last step, the speaker's own first. */
  function tell(): void {
    if (bench === null) return;
    const all = bench.channels.flatMap((channel) => channel.sent.map((sent) => ({ channel, sent })));
    const fresh = all.filter(({ sent }) => !seen.has(sent));
    for (const { sent } of fresh) seen.add(sent);
    const own = fresh.filter(({ sent }) => sent.chat === cast.get(speaker)?.chat);
    const others = fresh.filter((one) => !own.includes(one));
    for (const { channel, sent } of [...own, ...others]) {
      if (lines.at(-1)?.startsWith('    ') === true) lines.push('');
      const to = sent.chat === cast.get(speaker)?.chat ? [] : [`(tới ${nameOf(sent.chat)})`];
      lines.push(...[...to, ...layOutFor(channel, sent.message)].map((line) => `    ${line}`.trimEnd()));
    }
  }

  function nameOf(chat: string): string {
    return [...cast].find(([, member]) => member.chat === chat)?.[0] ?? chat;
  }

  return { lines, act };
}

/** What a Zalo bot can do. */
const ZALO = {
  buttons: false,
  filesIn: 'pictures',
  filesOut: { pictures: 10_000_000, others: 0, by: 'address' },
  cutsTextAt: 2000,
} as const;

export function bothPlatforms(wire: () => number): MemoryChannel[] {
  return [
    createMemoryChannel({ name: 'telegram', wire }),
    createMemoryChannel({
      name: 'zalo',
      wire,
      capabilities: ZALO,
      shown: (message) => ({ texts: layOut(message), limit: 2000 }),
      messagesFor: (message) => layOut(message).length,
    }),
  ];
}

/** As the app shows it. How well a workbook packs changes with the hour written in it, so that its size is left out. */
function layOutFor(channel: MemoryChannel, message: Sendable): string[] {
  return linesFor(channel, message).map((line) => line.replace(/\(\d+ KB\)/u, '(… KB)'));
}

function linesFor(channel: MemoryChannel, message: Sendable): string[] {
  if (message.file !== undefined) return `(tệp ${message.file.name}) ${plain(message.text)}`.split('\n');
  if (!channel.capabilities.buttons) return layOut(message).flatMap((part) => part.split('\n'));
  const rows = (message.choices ?? []).map((row) => row.map((choice) => `[${choice.label}]`).join(' '));
  return [...plain(message.text).split('\n'), ...rows];
}

function typedLine(line: string): string {
  return line.replace(/^[>|] ?/u, '');
}

/** The script with its times checked: a transcript that goes back in time tests nothing. */
export function checkTimes(script: string): void {
  const times = [...script.matchAll(/^@ (.{16})/gmu)].map((match) => at(match[1] ?? ''));
  if (times.some((time, index) => time < (times[index - 1] ?? 0))) throw new Error('a transcript goes back in time');
}
