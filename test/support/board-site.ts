import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBoard } from '../../src/assembly/board.ts';
import { createLandingPlace } from '../../src/store/landing.ts';
import { boardRoutes } from '../../src/web/routes/board.ts';
import { type Bench, createBench, type Member } from './bot-bench.ts';
import { createMemoryChannel } from './memory-channel.ts';
import { unescaped, visibleText } from './page-text.ts';

export const PUBLIC = 'https://baocao.example.gov.vn';

/** A bot with a public address, and its board. */
export function openBoardSite(start = '2026-11-10 08:30') {
  const bench = createBench({ publicUrl: PUBLIC, start, channels: (wire) => [createMemoryChannel({ wire })] });
  const folder = mkdtempSync(join(tmpdir(), 'board-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { desk, templateOf, printer, dispatcher } = bench.bot();
  const onDone = (): void => {
    dispatcher.wake();
    printer.wake();
  };
  const landing = createLandingPlace(join(folder, 'bot.sqlite'));
  const board = createBoard(desk, bench.clock, { lagMs: null, landing, template: templateOf, onDone });
  const routes = boardRoutes(board, { pollMs: 20 });
  const say = async (member: Member, text: string): Promise<string> => {
    await bench.type(member, text);
    await bench.clock.advance(3000);
    return bench.texts(member).at(-1) ?? '';
  };
  return {
    bench,
    routes,
    say,
    visitor: () => openVisitor(routes),
    tú: bench.join('coordinator', null, { name: 'Lê Anh Tú' }),
  };
}

/** The board's address in the last message somebody got. */
export function boardAddress(bench: Bench, member: Member): string {
  const found = /https:\/\/\S+\/board\/(?:enter|view)\/[\w-]+/u.exec(bench.texts(member).at(-1) ?? '');
  if (found === null) throw new Error(`no address in:\n${bench.texts(member).at(-1)}`);
  return found[0];
}

type Routes = ReturnType<typeof boardRoutes>;

/** A browser without scripts: it keeps its cookie and posts the forms of a page. */
function openVisitor(routes: Routes) {
  let cookie = '';
  const ask = async (address: string, init: RequestInit = {}) => {
    const headers = { ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string>) };
    const response = await routes.request(address.replace(PUBLIC, ''), { ...init, headers });
    const set = response.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';')[0] ?? '';
    const html = await response.text();
    return { status: response.status, headers: response.headers, html, text: visibleText(html, ' '), set };
  };
  /** Fills in the form of the page that does `act`, and presses the button with that value. */
  const press = (page: { html: string }, act: string, way: string, typed: Record<string, string | string[]> = {}) => {
    const fields = new URLSearchParams(formOf(page.html, act));
    for (const [name, value] of Object.entries(typed)) {
      fields.delete(name);
      for (const one of [value].flat()) fields.append(name, one);
    }
    if (act !== way) fields.set('do', way);
    return ask('/board/act', { method: 'POST', body: fields, headers: { 'sec-fetch-site': 'same-origin' } });
  };
  /** Sends the form of the page that does `act`, with a file. */
  const send = (
    page: { html: string },
    act: string,
    file: File | null,
    typed: Record<string, string> = {},
    headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  ) => {
    const body = new FormData();
    for (const [name, value] of formOf(page.html, act)) if (!(name in typed)) body.append(name, value);
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    body.append('file', file ?? new File([], '', { type: 'application/octet-stream' }));
    return ask('/board/act-file', { method: 'POST', body, headers });
  };
  return {
    ask,
    press,
    send,
    async sendOn(...args: Parameters<typeof send>) {
      const answer = await send(...args);
      const to = answer.headers.get('location');
      return to === null ? answer : ask(`/board/${to.replace(/^\.\.\/board\/?/u, '')}`);
    },
    async fetch(address: string) {
      const response = await routes.request(address, { headers: { cookie } });
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
    },
    /** Presses, and goes where that leads. */
    async pressOn(...args: Parameters<typeof press>) {
      const answer = await press(...args);
      const to = answer.headers.get('location');
      return to === null ? answer : ask(`/board/${to.replace(/^\.\.\/board\/?/u, '')}`);
    },
    look: (address: string, headers: Record<string, string> = {}) => ask(address, { headers }),
    post: (address: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      ask(address, { method: 'POST', body: new URLSearchParams(fields), headers }),
    cookie: () => cookie,
    useCookie(value: string): void {
      cookie = value;
    },
  };
}

/** What the browser would post of the page's form that does `act`, nothing filled in. */
function formOf(html: string, act: string): [string, string][] {
  const form = html.split('<form ').find((one) => one.includes(`name="act" value="${act}"`));
  if (form === undefined) throw new Error(`no form does "${act}"`);
  const own = form.split('</form>')[0] ?? '';
  const inputs = [...own.matchAll(/<(?:input|button) [^>]*>/gu)].flatMap(([tag]): [string, string][] => {
    const isSent = /type="(?:hidden|text|date|datetime-local)"|checked/u.test(tag) || tag.includes('name="act"');
    const name = /name="([^"]*)"/u.exec(tag)?.[1];
    return isSent && name !== undefined ? [[name, unescaped(/value="([^"]*)"/u.exec(tag)?.[1] ?? '')]] : [];
  });
  const texts = [...own.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)/gu)];
  const lists = [...own.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gsu)];
  return [
    ...inputs,
    ...texts.map(([, name = '', value = '']): [string, string] => [name, unescaped(value)]),
    ...lists.map(([, name = '', options = '']): [string, string] => {
      const chosen = /value="([^"]*)" selected/u.exec(options) ?? /value="([^"]*)"/u.exec(options);
      return [name, unescaped(chosen?.[1] ?? '')];
    }),
  ];
}

/** The key that stands in the forms of a page. */
export function formKey({ html }: { html: string }): string {
  return /name="key" value="([^"]+)"/u.exec(html)?.[1] ?? '';
}
