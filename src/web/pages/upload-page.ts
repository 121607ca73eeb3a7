import { html } from 'hono/html';
import { UPLOAD_WORDS } from '../../wording/upload.ts';
import { renderPlainBody } from './plain-page.ts';

/** The upload page: the form, or just a sentence when there is nothing to send any more. `problem` says what was wrong. */
export function renderUploadPage(sentence: string | null, problem: string | null = null) {
  if (sentence !== null) return renderPlainBody(UPLOAD_WORDS.title, html`<p role="status">${sentence}</p>`);
  return renderPlainBody(
    UPLOAD_WORDS.title,
    html`${problem === null ? '' : html`<p role="alert" data-variant="danger">${problem}</p>`}
    <p>${UPLOAD_WORDS.lead}</p>
    <form method="post" enctype="multipart/form-data">
      <label for="file">${UPLOAD_WORDS.label}</label>
      <input id="file" name="file" type="file" required accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png" />
      <button type="submit">${UPLOAD_WORDS.button}</button>
    </form>`,
  );
}
