import { html } from 'hono/html';
import { SITE_WORDS } from '../../wording/web-pages.ts';

/** A page with styles and a script of its own. `root` leads from the page's address to where the web part begins ("../"). */
export interface SitePage {
  title: string;
  root: string;
  /** Names the version of styles and scripts. */
  version: string;
  kind: 'form' | 'board';
  scripts: readonly string[];
  body: unknown;
}

export function renderSitePage({ title, root, version, kind, scripts, body }: SitePage) {
  const at = (name: string): string => `${root}assets/${name}?v=${version}`;
  return html`<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <link rel="stylesheet" href="${at('oat.css')}" />
    <link rel="stylesheet" href="${at('theme.css')}" />
    <link rel="stylesheet" href="${at('site.css')}" />
    <link rel="icon" href="data:," />
    ${kind === 'board' ? html`<link rel="stylesheet" href="${at('board.css')}" />` : ''}
    ${scripts.map((script) => html`<script type="module" src="${at(script)}"></script>`)}
  </head>
  <body class="site ${kind}">
    <a class="skip" href="#main">${SITE_WORDS.skip}</a>
    ${body}
  </body>
</html>`;
}
