import { html } from 'hono/html';
import { DOWNLOAD_WORDS, saySize } from '../../wording/download.ts';
import { renderPlainBody } from './plain-page.ts';

/** The download page: the file's name and the button, or just a sentence when there is nothing to download any more. */
export function renderDownloadPage(file: { name: string; size: number } | null, note: string | null) {
  const { title, lead, button, again } = DOWNLOAD_WORDS;
  const noted = note === null ? html`<p>${lead}</p>` : html`<p role="status">${note}</p>`;
  if (file === null) return renderPlainBody(title, noted);
  return renderPlainBody(
    title,
    html`<p><strong>${file.name}</strong> (${saySize(file.size)})</p>
      ${noted}
      <form method="post"><button type="submit">${note === null ? button : again}</button></form>`,
  );
}
