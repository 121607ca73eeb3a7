import { html, raw } from 'hono/html';
import { readPageStyles } from '../page-styles.ts';

/** The page's whole style. It is inline because the page must stand alone behind a proxy; the content policy knows it by its hash. */
export function plainStyle(): string {
  const { oat, theme } = readPageStyles();
  return oat + theme;
}

/** A short page of a heading and a few sentences: what this is, why something was refused. */
export function renderPlainPage(title: string, paragraphs: readonly string[]) {
  return renderPlainBody(
    title,
    paragraphs.map((paragraph) => html`<p>${paragraph}</p>`),
  );
}

/** The same page with content of its own below the heading. */
export function renderPlainBody(title: string, content: unknown) {
  return html`<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <style>${raw(plainStyle())}</style>
  </head>
  <body class="plain">
    <main class="card">
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>`;
}
