import { html, raw } from 'hono/html';

/** The page's whole style. It is inline because the page must stand alone; the content policy knows it by its hash. */
export const PLAIN_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: light-dark(#f3f1ea, #12181b);
  color: light-dark(#1c2a2f, #e6ecec); font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 34rem; margin: 1.25rem; padding: 1.5rem 2rem; border-radius: 1rem; border-top: 4px solid #b3261e;
  background: light-dark(#fff, #1b2428); box-shadow: 0 10px 40px rgb(0 0 0 / .12); }
h1 { font-size: 1.375rem; line-height: 1.3; margin: .5rem 0 1rem; text-wrap: balance; }
p { margin: 0 0 .75rem; }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
input { margin: .5rem 0 1rem; padding: .75rem; border: 1px solid GrayText; border-radius: .5rem; }
button { padding: .9rem; border: 0; border-radius: .5rem; background: #8f1d16; color: #fff; font-weight: 600; }
[role=alert] { padding: .75rem; border-left: 4px solid #b3261e; }
`;

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
    <style>${raw(PLAIN_STYLE)}</style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>`;
}
