import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { REPORT_WORDS } from '../../wording/report-page.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { isFromElsewhere } from '../own-site.ts';
import { loadAssets, sendAsset, versionOf } from '../page-assets.ts';
import { renderPlainPage } from '../pages/plain-page.ts';
import { renderReportPage } from '../pages/report-page.ts';

/** More than the longest report, each letter of it spelled as `%E1%BA%BF`. */
const BODY_LIMIT_BYTES = 512 * 1024;
/** The step of the page that the address names. */
const STEP = 'buoc';
const LOOK = 'xem-lai';
const FOR_GOOD = 'public, max-age=31536000, immutable';

export interface PageNote {
  text: RichText;
  more: RichText | null;
}

export interface FormView {
  kind: 'form';
  head: RichText;
  whose: string;
  notes: readonly PageNote[];
  from: number;
  fields: readonly {
    key: string;
    /** The short one, by which everything else calls it; `label` is the question. */
    name: string;
    label: string;
    hint: string;
    kind: 'count' | 'money' | 'text';
    required: boolean;
    limit: number | null;
    typed: string;
  }[];
  problems: readonly { field: string; text: RichText }[];
  files: readonly string[];
  /** What was kept by this step, as a sentence. */
  saved: string | null;
}

export type ReportView =
  | FormView
  | { kind: 'preview'; text: RichText; notes: readonly PageNote[]; seen: string }
  | { kind: 'receipt'; text: RichText }
  | { kind: 'dead'; lines: readonly string[] };

type Typed = Readonly<Record<string, string>>;

export interface ReportParts {
  /** Changes nothing. */
  open(token: string): ReportView;
  /** What would be sent, of what is kept; the form where that cannot be sent. Changes nothing. */
  look(token: string): ReportView;
  save(token: string, typed: Typed): ReportView;
  preview(token: string, typed: Typed, nothing: boolean): ReportView;
  /** `seen` comes from the preview. */
  send(token: string, seen: string): Promise<ReportView>;
}

/**
 * The form of one person's one report. The token is the only key, and only what is posted does anything: an app that looks at the
 * address for its preview changes nothing. Everything works without the script.
 */
export function reportRoutes(parts: ReportParts): Hono {
  const routes = new Hono();
  const assets = loadAssets('site');
  const version = versionOf(assets);
  routes.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    return asset === undefined ? c.notFound() : sendAsset(c, asset, FOR_GOOD);
  });
  // Each step has an address of its own, so that "Back" asks for it again and is told what became of the report.
  routes.get('/report/:token', (c) => {
    const token = c.req.param('token');
    return show(c, c.req.query(STEP) === LOOK ? parts.look(token) : parts.open(token), version);
  });
  routes.post(
    '/report/:token',
    bodyLimit({
      maxSize: BODY_LIMIT_BYTES,
      onError: (c) => c.html(renderPlainPage(REPORT_WORDS.title, [REPORT_WORDS.tooBig]), 413),
    }),
    async (c) => {
      if (isFromElsewhere(c)) return c.html(renderPlainPage(REPORT_WORDS.title, [REPORT_WORDS.foreign]), 403);
      const token = c.req.param('token');
      const form = await readForm(c);
      const typed = typedIn(form);
      if (form.do === 'send') return show(c, await parts.send(token, form.seen ?? ''), version);
      if (form.do === 'edit') return c.redirect(encodeURIComponent(token), 303);
      if (form.do === 'draft') return answerScript(c, parts.save(token, typed));
      if (form.do === 'save') return show(c, parts.save(token, typed), version);
      const previewed = parts.preview(token, typed, form.do === 'nothing');
      return previewed.kind === 'preview' ? c.redirect(`?${STEP}=${LOOK}`, 303) : show(c, previewed, version);
    },
  );
  return routes;
}

function show(c: Context, view: ReportView, version: string) {
  const hasFaults = view.kind === 'form' && view.problems.length > 0;
  return c.html(renderReportPage(view, version), view.kind === 'dead' ? 410 : hasFaults ? 422 : 200);
}

function answerScript(c: Context, view: ReportView) {
  if (view.kind !== 'form') return c.json({ said: REPORT_WORDS.script.gone }, 410);
  const fields = Object.fromEntries(view.fields.map(({ key, typed }) => [`f.${key}`, typed]));
  return c.json({ said: view.saved, fields });
}

/** The texts of a form; what cannot be read is an empty one. */
async function readForm(c: Context): Promise<Record<string, string>> {
  const body = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

function typedIn(form: Record<string, string>): Typed {
  return Object.fromEntries(
    Object.entries(form).flatMap(([key, value]) => (key.startsWith('f.') ? [[key.slice(2), value]] : [])),
  );
}
