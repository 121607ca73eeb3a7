import { html, raw } from 'hono/html';
import type { BoardField, BoardForm } from '../../wording/board-page.ts';
import { BOARD_WORDS as WORDS } from '../../wording/board-site.ts';
import { COUNT_WORDS } from '../../wording/web-pages.ts';

/** Where a form is posted, and the session's key that it carries. */
export interface FormPlace {
  act: string;
  key: string;
}

/** A form of the board. Names of its fields come back as they are; ids are made of the act, so that a page may have several. */
export function renderForm(form: BoardForm, { act, key }: FormPlace) {
  const { keeps, fields, buttons, label } = form;
  const hasFile = fields.some(({ kind }) => kind === 'file');
  // What a file comes with goes another way: its bytes are read piece by piece.
  const [to, how] = hasFile ? [`${act}-file`, raw(' enctype="multipart/form-data"')] : [act, ''];
  return html`<form method="post" action="${to}"${how} class="board-form" aria-label="${label}">
        <input type="hidden" name="key" value="${key}" /><input type="hidden" name="act" value="${form.act}" />
        ${keeps.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${fields.map((field) => renderField(field, `${form.act}-${field.name}`.replace(/[^\w-]/gu, '-')))}
        <p class="acts">${buttons.map(({ label: words, value, isMain }) => html`<button type="submit" name="do" value="${value}"${isMain === true ? '' : raw(' class="outline"')}>${words}</button>`)}</p>
      </form>`;
}

function renderField(field: BoardField, id: string) {
  if (field.kind === 'any') return renderAny(field, id);
  const { label, hint, required } = field;
  return html`<div class="field">
          <label for="${id}">${label}${required === true ? html` <em>(${WORDS.required})</em>` : ''}</label>
          ${hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}
          ${renderInput(field, id)}
        </div>`;
}

function renderInput({ name, kind, value, options = [], limit, hint, accepts }: BoardField, id: string) {
  const [typed = ''] = value;
  const marks = html`id="${id}" name="${name}"${hint === undefined ? '' : html` aria-describedby="${id}-hint"`}`;
  if (kind === 'one')
    return html`<select ${marks}>${options.map((option) => html`<option value="${option.value}"${option.value === typed ? raw(' selected') : ''}>${option.label}</option>`)}</select>`;
  if (kind === 'file')
    return html`<input ${marks} type="file"${accepts === undefined ? '' : html` accept="${accepts}"`} />`;
  // A limit is shown by the script, and held by the answer: cut short in silence would be worse.
  const most = limit === undefined ? '' : html` data-limit="${limit}" data-words="${JSON.stringify(COUNT_WORDS)}"`;
  if (kind === 'text')
    return html`<textarea ${marks} rows="3" autocomplete="off"${most}>
${typed}</textarea>`;
  const type = kind === 'day' ? 'date' : kind === 'moment' ? 'datetime-local' : 'text';
  return html`<input ${marks} type="${type}" autocomplete="off" value="${typed}"${most} />`;
}

function renderAny({ name, label, hint, value, options = [], opens }: BoardField, id: string) {
  const boxes = html`<div class="any">${options.map((option, at) => html`<label for="${id}-${at}"><input type="checkbox" id="${id}-${at}" name="${name}" value="${option.value}"${value.includes(option.value) ? raw(' checked') : ''} /> ${option.label}</label>`)}</div>`;
  return html`<fieldset class="field">
          <legend>${label}</legend>
          ${hint === undefined ? '' : html`<p class="hint">${hint}</p>`}
          ${opens === undefined ? boxes : html`<details${value.length > 0 ? raw(' open') : ''}><summary>${opens}</summary>${boxes}</details>`}
        </fieldset>`;
}
