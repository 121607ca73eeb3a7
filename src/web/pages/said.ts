import { html } from 'hono/html';
import type { RichText, Span } from '../../wording/rich-text.ts';

/** What the bot says, on a page: its lines as they stand, nothing of it read as markup. */
export function renderSaid(text: RichText) {
  return html`<div class="said">${text.map(renderSpan)}</div>`;
}

/** The same within a sentence or a cell. */
export function renderSpan(span: Span) {
  if (typeof span === 'string') return span;
  return 'b' in span ? html`<b>${span.b}</b>` : html`<code>${span.code}</code>`;
}
