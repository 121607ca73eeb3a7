/** One line of a chat, as the rehearsal room's interface gives it. */
export interface HeardLine {
  id: number;
  from: 'bot' | 'person';
  /** `2026-11-16T08:30`, the bot's time. */
  at: string;
  text: string;
  choices: { label: string; value: string }[];
  file: { name: string; url: string } | null;
}

interface RawLine extends Omit<HeardLine, 'text' | 'choices'> {
  text: unknown;
  choices: { label: string; value: string }[][];
}

export interface RoomPersona {
  chat: string;
  name: string;
  unit: string | null;
  roleLabel: string;
}

/** Longer than an answer takes on a machine that is shared. */
const ANSWER_LIMIT_MS = 60_000;

export type RoomClient = ReturnType<typeof createRoomClient>;

/** The people of the rehearsal room, played over its interface: what the page does, without a page. `base` ends with a slash. */
export function createRoomClient(base: string) {
  const stop = new AbortController();
  /** All that was said in a chat, by either side. */
  const all = new Map<string, HeardLine[]>();
  /** What the bot said in a chat since it was last spoken to there. */
  const heard = new Map<string, HeardLine[]>();
  /** The choices shown last are the ones that are pressed. */
  const shown = new Map<string, HeardLine>();
  const waiting = new Map<string, () => void>();

  async function get<T>(path: string): Promise<T> {
    const answer = await fetch(`${base}${path}`);
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  function take(line: RawLine & { chat: string }): void {
    const read = readLine(line);
    all.set(line.chat, [...(all.get(line.chat) ?? []), read]);
    if (read.choices.length > 0) shown.set(line.chat, read);
    if (read.from === 'bot') heard.set(line.chat, [...(heard.get(line.chat) ?? []), read]);
    waiting.get(line.chat)?.();
  }

  /** Every line of every chat, as the page gets it. */
  async function listen(): Promise<void> {
    const answer = await fetch(`${base}rehearsal/events?after=0`, { signal: stop.signal });
    let rest = '';
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^event: line\ndata: (.*)$/mu.exec(block)?.[1];
        if (data !== undefined) take(JSON.parse(data) as RawLine & { chat: string });
      }
    }
  }
  listen().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });

  async function post(chat: string, what: string, body: object, expected: RegExp): Promise<HeardLine> {
    heard.set(chat, []);
    const answer = await fetch(`${base}rehearsal/chats/${chat}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 202) throw new Error(`${chat} gets ${answer.status}: ${await answer.text()}`);
    const answered = (): HeardLine | undefined =>
      heard.get(chat)?.find(({ text, file }) => expected.test(text) || expected.test(file?.name ?? ''));
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        const texts = (heard.get(chat) ?? []).map(({ text }) => text);
        reject(new Error(`${chat}: “${what}” was not answered by ${expected}, but by\n${texts.join('\n---\n')}`));
      }, ANSWER_LIMIT_MS);
      const look = (): void => {
        if (answered() === undefined) return;
        clearTimeout(timer);
        waiting.delete(chat);
        resolve();
      };
      waiting.set(chat, look);
      look();
    });
    const found = answered();
    if (found === undefined) throw new Error('an answer that was there is gone');
    return found;
  }

  return {
    personas: async () => (await get<{ personas: RoomPersona[] }>('rehearsal/state')).personas,
    /** Every line of every chat, that of people who are gone too. */
    history: (): ReadonlyMap<string, readonly HeardLine[]> => all,
    /** Types it, and waits for the line that answers. */
    say: (chat: string, text: string, expected: RegExp): Promise<HeardLine> => post(chat, text, { text }, expected),
    /** Presses the first of the choices shown last whose label fits. */
    async press(chat: string, label: RegExp, expected: RegExp): Promise<HeardLine> {
      const line = shown.get(chat);
      const choice = line?.choices.find((one) => label.test(one.label));
      if (line === undefined || choice === undefined)
        throw new Error(`${chat} sees no ${label}, but ${line?.choices.map((one) => one.label).join(' | ')}`);
      return post(chat, choice.label, { picked: { ...choice, line: line.id } }, expected);
    },
    close: () => stop.abort(),
    async file(line: HeardLine): Promise<Buffer> {
      if (line.file === null) throw new Error(`no file in “${line.text}”`);
      const answer = await fetch(new URL(line.file.url, base));
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}

function readLine(line: RawLine): HeardLine {
  return { ...line, text: plainOf(line.text), choices: line.choices.flat() };
}

/** A text with its marks as the page gets it: strings, lists and objects around them. */
function plainOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(plainOf).join('');
  return typeof text === 'object' && text !== null ? Object.values(text).map(plainOf).join('') : '';
}
