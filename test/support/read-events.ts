export interface StreamEvent {
  event: string;
  id?: string;
  data: unknown;
}

/** Reads server-sent events one after the other, as a browser would, heartbeats apart. */
export function readEvents(url: URL, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const events: StreamEvent[] = [];
  let heartbeats = 0;
  let ended: unknown;

  const read = async () => {
    const response = await fetch(url, { headers, signal: stop.signal });
    if (response.body === null) throw new Error(`no stream: ${response.status}`);
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith(':')) heartbeats += 1;
        else if (block.includes('event:')) events.push(parse(block));
      }
    }
  };
  read().catch((error: unknown) => {
    ended = error;
  });

  const until = async (isDone: () => boolean) => {
    for (let waited = 0; !isDone(); waited += 10) {
      if (waited > 5_000) throw new Error(`waited in vain; ${events.length} events left`, { cause: ended });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    /** The next events; waits until there are as many. */
    async take(count: number): Promise<StreamEvent[]> {
      await until(() => events.length >= count);
      return events.splice(0, count);
    },
    heartbeat: () => until(() => heartbeats > 0),
    close: () => stop.abort(),
  };
}

function parse(block: string): StreamEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  const id = fields.get('id');
  return {
    event: fields.get('event') ?? '',
    ...(id === undefined ? {} : { id }),
    data: JSON.parse(fields.get('data') ?? 'null') as unknown,
  };
}
