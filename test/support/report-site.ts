import { createReportPages } from '../../src/assembly/report-pages.ts';
import type { Outgoing } from '../../src/channels/channel.ts';
import { layOut } from '../../src/channels/zalo/lay-out.ts';
import { reportRoutes } from '../../src/web/routes/report.ts';
import { type Bench, createBench, type Member } from './bot-bench.ts';
import { createMemoryChannel } from './memory-channel.ts';
import { unescaped, visibleText } from './page-text.ts';

export const PUBLIC = 'https://baocao.example.gov.vn';

/** A bot with a public address on an app without buttons where each message counts, and its report pages. */
export function openReportSite(start = '2026-11-10 08:30') {
  const capabilities = { buttons: false, monthlyMessages: 3000 };
  const messagesFor = (message: Outgoing): number => layOut(message).length;
  const bench = createBench({
    publicUrl: PUBLIC,
    start,
    channels: (wire) => [
      createMemoryChannel({ wire }),
      createMemoryChannel({ name: 'zalo', wire, capabilities, messagesFor }),
    ],
  });
  const routes = reportRoutes(createReportPages(bench.bot().desk, bench.clock, bench.bot().handled));
  /** Somebody types and gets the answer: a chat gets about one message a second. */
  const say = async (member: Member, text: string): Promise<string> => {
    await bench.type(member, text);
    await bench.clock.advance(3000);
    return bench.texts(member).at(-1) ?? '';
  };
  return { bench, routes, say, browse: (url: string) => browse(routes, url) };
}

/** The address of a page in the last message somebody got. */
export function pageIn(bench: Bench, member: Member): string {
  const found = /https:\/\/\S+\/report\/[\w-]+/u.exec(bench.texts(member).at(-1) ?? '');
  if (found === null) throw new Error(`no page in:\n${bench.texts(member).at(-1)}`);
  return found[0];
}

/** Somebody without scripts, at one page. */
function browse(routes: ReturnType<typeof reportRoutes>, url: string) {
  const path = url.replace(PUBLIC, '');
  const answer = async (given: Response | Promise<Response>) => {
    const asked = await given;
    const to = asked.headers.get('location');
    const response =
      to === null ? asked : await routes.request(new URL(to, `${PUBLIC}${path}`).href.replace(PUBLIC, ''));
    const html = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      html,
      text: visibleText(html),
      fields: fieldsIn(html),
    };
  };
  return {
    path,
    look: (method: 'GET' | 'HEAD' = 'GET', step = '') => answer(routes.request(`${path}${step}`, { method })),
    /** Posts the fields as a browser does: those named are typed over, on the page as it is now. */
    async post(what: string, typed: Readonly<Record<string, string>> = {}, headers: Record<string, string> = {}) {
      return this.postFrom(await answer(routes.request(path)), what, typed, headers);
    },
    /** The same on a page that was opened before. */
    async postFrom(
      { fields }: { fields: Record<string, string> },
      what: string,
      typed: Readonly<Record<string, string>>,
      headers: Record<string, string> = {},
    ) {
      const named = Object.fromEntries(Object.entries(typed).map(([key, value]) => [`f.${key}`, value]));
      const body = new URLSearchParams({ ...fields, ...named, do: what });
      return answer(routes.request(path, { method: 'POST', body, headers }));
    },
    /** Presses "Gửi báo cáo" on the preview that was shown. */
    send: (preview: { html: string }) =>
      answer(
        routes.request(path, { method: 'POST', body: new URLSearchParams({ do: 'send', seen: seenIn(preview) }) }),
      ),
  };
}

function seenIn({ html }: { html: string }): string {
  return /name="seen" value="([^"]*)"/u.exec(html)?.[1] ?? '';
}

/** What stands in the fields of the form. */
function fieldsIn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input id="f-\w+" name="([^"]+)"[^>]*? value="([^"]*)"/gu)];
  const areas = [...html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n([^<]*)</gu)];
  const hidden = [...html.matchAll(/<input type="hidden" name="(f\.[^"]+)" value="([^"]*)"/gu)];
  return Object.fromEntries(
    [...hidden, ...inputs, ...areas].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}
