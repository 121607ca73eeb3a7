import { html } from 'hono/html';
import { STARTED_FROM, STOOD, REPORT_WORDS as WORDS } from '../../wording/report-page.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { COUNT_WORDS } from '../../wording/web-pages.ts';
import type { FormView, PageNote, ReportView } from '../routes/report.ts';
import { renderSaid, renderSpan } from './said.ts';
import { renderSitePage } from './site-page.ts';

/** The page of one person's one report, at whatever step it stands. `whose` and `saved` are sentences. */
export function renderReportPage(view: ReportView, version: string) {
  const [title, body] = partsOf(view);
  return renderSitePage({
    title,
    root: '../',
    version,
    kind: 'form',
    scripts: view.kind === 'dead' ? [] : ['report-form.js', 'count.js'],
    body: html`<main id="main" tabindex="-1" class="sheet">
      <h1>${title}</h1>
      ${body}
    </main>`,
  });
}

function partsOf(view: ReportView): [title: string, body: unknown] {
  if (view.kind === 'dead')
    return [WORDS.title, html`<div role="status">${view.lines.map((line) => html`<p>${line}</p>`)}</div>`];
  if (view.kind === 'receipt') return [WORDS.receiptTitle, renderReceipt(view.text)];
  if (view.kind === 'preview') return [WORDS.previewTitle, renderPreview(view)];
  return [WORDS.title, renderForm(view)];
}

function renderReceipt(text: RichText) {
  return html`<div role="status" data-done>${renderSaid(text)}</div>`;
}

function renderPreview({ text, notes, seen }: Extract<ReportView, { kind: 'preview' }>) {
  return html`${notes.map(renderNote)}
      <div class="paper">${renderSaid(text)}</div>
      ${renderStatus(null)}
      <form method="post" id="report-form">
        <input type="hidden" name="seen" value="${seen}" />
        <p class="buttons">
          <button type="submit" name="do" value="send">${WORDS.send}</button>
          <button type="submit" name="do" value="edit" class="outline">${WORDS.edit}</button>
        </p>
      </form>`;
}

function renderForm(view: FormView) {
  const saved = view.saved;
  return html`${renderSaid(view.head)}
      <p class="whose">${view.whose}</p>
      ${view.notes.map(renderNote)} ${renderProblems(view)}
      <p class="lead">${WORDS.blank} ${WORDS.secret}</p>
      <form method="post" id="report-form" novalidate>
        <input type="hidden" name="f.${STARTED_FROM}" value="${view.from}" />
        ${view.fields.map(({ key, typed }) => html`<input type="hidden" name="f.${STOOD}${key}" value="${typed}" />`)}
        ${view.fields.map((field) => renderField(field, view.problems.find((one) => one.field === field.key)?.text))}
        ${view.files.length === 0 ? '' : html`<p class="whose">${WORDS.files}: ${view.files.join(', ')}</p>`}
        ${renderStatus(saved)}
        <p class="buttons">
          <button type="submit" name="do" value="preview">${WORDS.preview}</button>
          <button type="submit" name="do" value="save" class="outline">${WORDS.save}</button>
          <button type="submit" name="do" value="nothing" class="outline">${WORDS.nothing}</button>
        </p>
      </form>`;
}

function renderStatus(saved: string | null) {
  return html`<p role="status" id="status" class="whose" data-words="${JSON.stringify(WORDS.script)}">${saved ?? ''}</p>`;
}

function renderNote({ text, more }: PageNote) {
  return html`<aside class="note">${renderSaid(text)}
        ${more === null ? '' : html`<details><summary>${WORDS.theirs}</summary>${renderSaid(more)}</details>`}
      </aside>`;
}

function renderProblems({ problems }: FormView) {
  if (problems.length === 0) return '';
  return html`<div role="alert" class="note problems" id="problems" tabindex="-1">
        <p><b>${WORDS.faults}</b></p>
        <ul>${problems.map(({ field, text }) => html`<li><a href="#f-${field}">${text.map(renderSpan)}</a></li>`)}</ul>
        <p>${WORDS.nothingLost}</p>
      </div>`;
}

function renderField(
  { key, name, label, hint, kind, required, limit, typed }: FormView['fields'][number],
  problem?: RichText,
) {
  const id = `f-${key}`;
  const said = [hint === '' ? '' : `h-${key}`, problem === undefined ? '' : `e-${key}`].filter((one) => one !== '');
  const described = html`aria-describedby="${said.join(' ')}" aria-invalid="${problem === undefined ? 'false' : 'true'}"`;
  return html`<div class="field">
          <label for="${id}">${name}${required ? html` <em>(${WORDS.required})</em>` : ''}${label === name ? '' : html`<span class="question"> ${label}</span>`}</label>
          ${hint === '' ? '' : html`<p class="hint" id="h-${key}">${hint}</p>`}
          ${problem === undefined ? '' : html`<p class="fault" id="e-${key}">${problem.map(renderSpan)}</p>`}
          ${
            kind === 'text'
              ? html`<textarea id="${id}" name="f.${key}" rows="3" autocomplete="off"${limit === null ? '' : html` data-limit="${limit}" data-words="${JSON.stringify(COUNT_WORDS)}"`} ${described}>
${typed}</textarea>`
              : html`<input id="${id}" name="f.${key}" type="text" inputmode="decimal" autocomplete="off" value="${typed}" ${described} />`
          }
        </div>`;
}
