import { html, raw } from 'hono/html';
import type { BoardBlock, BoardCell, BoardFilter, BoardTable } from '../../wording/board-page.ts';
import { type FormPlace, renderForm } from './board-form.ts';
import { renderSaid } from './said.ts';

/** Where the pages of the board begin, where its forms are posted, and with which key. */
export interface BoardPlace extends FormPlace {
  base: string;
}

export function renderBlock(block: BoardBlock, place: BoardPlace) {
  if (block.is === 'table') return renderTable(block, place);
  if (block.is === 'heading') return html`<h2>${block.text}</h2>`;
  if (block.is === 'picture')
    return html`<p class="picture"><a href="${place.base}${block.at}"><img src="${place.base}${block.at}" alt="${block.said}" /></a></p>`;
  if (block.is === 'said') return renderSaid(block.text);
  if (block.is === 'filters') return renderFilters(block, place);
  if (block.is === 'buttons') return renderButtons(block, place);
  if (block.is === 'form') return renderForm(block, place);
  if (block.is === 'note') return html`<aside class="note">${renderSaid(block.text)}</aside>`;
  if (block.is === 'problem')
    return html`<div role="alert" class="note problems" id="problems" tabindex="-1">${renderSaid(block.text)}</div>`;
  if (block.is === 'links')
    return html`<ul class="ways">${block.items.map(({ label, to }) => html`<li><a href="${place.base}${to}">${label}</a></li>`)}</ul>`;
  if (block.is === 'legend')
    return html`<section class="legend" aria-label="${block.label}"><h2>${block.label}</h2><ul>${block.items.map(({ tone, text }) => html`<li class="tone-${tone}">${text}</li>`)}</ul></section>`;
  return html`<dl class="facts">${block.items.map(({ name, value, tone, to }) => html`<div><dt>${name}</dt><dd${tone === undefined ? '' : raw(` class="tone-${tone}"`)}>${to === undefined ? value : html`<a href="${place.base}${to}">${value}</a>`}</dd></div>`)}</dl>`;
}

function renderFilters(
  { label, submit, clear, filters }: Extract<BoardBlock, { is: 'filters' }>,
  { base }: BoardPlace,
) {
  return html`<form method="get" class="filters" role="search" aria-label="${label}">
        ${filters.map(renderFilter)}
        <p class="filter-buttons"><button type="submit">${submit}</button> <a href="${base.slice(0, -1)}">${clear}</a></p>
      </form>`;
}

function renderFilter({ name, label, value, options }: BoardFilter) {
  const id = `filter-${name}`;
  if (options === null)
    return html`<p><label for="${id}">${label}</label><input type="search" id="${id}" name="${name}" value="${value}" maxlength="100" /></p>`;
  return html`<p><label for="${id}">${label}</label><select id="${id}" name="${name}">${options.map((option) => html`<option value="${option.value}"${option.value === value ? raw(' selected') : ''}>${option.label}</option>`)}</select></p>`;
}

function renderButtons({ items }: Extract<BoardBlock, { is: 'buttons' }>, { act, key }: BoardPlace) {
  return html`<div class="acts">${items.map((one) => html`<form method="post" action="${act}"><input type="hidden" name="key" value="${key}" /><input type="hidden" name="id" value="${one.id}" /><button type="submit" name="act" value="${one.act}" class="outline">${one.label}</button></form>`)}</div>`;
}

/** A real table in a frame that scrolls by itself. Rows are put together by hand: a matrix has twelve thousand cells. */
function renderTable({ caption, head, rows, foot = [], empty, isMatrix = false }: BoardTable, { base }: BoardPlace) {
  if (rows.length === 0) return html`<p class="whose">${empty}</p>`;
  const line = (cells: readonly BoardCell[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell, at) => renderCell(cell, { tag: at === 0 ? 'th' : tag, scope: tag === 'th' ? 'col' : 'row', base })).join('')}</tr>`;
  const body = rows.map((row) => line(row, 'td')).join('\n');
  const sums = foot.map((row) => line(row, 'td')).join('\n');
  return html`<div class="table-frame" role="region" aria-label="${caption}" tabindex="0">
        <table class="${isMatrix ? 'matrix' : 'list'}">
          <caption>${caption}</caption>
          <thead>${raw(line(head, 'th'))}</thead>
          <tbody>${raw(body)}</tbody>
          ${sums === '' ? '' : html`<tfoot>${raw(sums)}</tfoot>`}
        </table>
      </div>`;
}

function renderCell(
  { text, tone, to, isNumber, isLong }: BoardCell,
  { tag, scope, base }: { tag: 'td' | 'th'; scope: 'col' | 'row'; base: string },
): string {
  const words = escaped(text);
  const content = to === undefined ? words : `<a href="${escaped(base + to)}">${words}</a>`;
  const classes = [
    tone === undefined ? '' : `tone-${tone}`,
    isNumber === true ? 'number' : '',
    isLong === true ? 'long' : '',
  ].filter((one) => one !== '');
  const marks = `${tag === 'th' ? ` scope="${scope}"` : ''}${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}`;
  return `<${tag}${marks}>${content}</${tag}>`;
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return /[&<>"']/u.test(text) ? text.replace(/[&<>"']/gu, (mark) => MARKS[mark] ?? mark) : text;
}
