import { html } from 'hono/html';
import type { BoardAnswer, BoardPage } from '../../wording/board-page.ts';
import { BOARD_WORDS as WORDS } from '../../wording/board-site.ts';
import type { SignedIn } from '../routes/board.ts';
import { type BoardPlace, renderBlock } from './board-blocks.ts';
import { renderSaid } from './said.ts';
import { renderSitePage } from './site-page.ts';

/** Where a page of the board is shown, and to whom. */
export interface BoardFrame {
  version: string;
  /** Leads from the page to where the web part begins. */
  root: string;
  /** Where the board's own pages begin, from there. */
  base: string;
  /** Which page of the navigation it is. */
  at?: string;
  /** What had been done before the page was made: whatever comes after it is told by the event stream. */
  seen: string;
  /** When it was made, in words, by the bot's own clock. */
  madeAt: string;
  /** Absent: somebody who only looks. */
  session?: SignedIn;
  said?: string;
  /** What was done a moment ago. */
  done?: BoardDone;
}

/** Said once, above the page, with the way back. */
export type BoardDone = Pick<Extract<BoardAnswer, { to: string }>, 'said' | 'undo'>;

export function renderBoardPage(page: BoardPage, frame: BoardFrame) {
  const { version, root, base, seen, madeAt, session, done } = frame;
  const place: BoardPlace = { base: `${root}${base}`, act: `${root}board/act`, key: session?.formKey ?? '' };
  return renderSitePage({
    title: `${page.title} – ${WORDS.title}`,
    root,
    version,
    kind: 'board',
    scripts: session === undefined ? [] : ['board.js', 'count.js'],
    body: html`${session === undefined ? renderLookHead(frame) : renderHead(frame, session)}
    <main id="main" tabindex="-1" class="board-main" data-events="${root}board/events?seen=${encodeURIComponent(seen)}" data-words="${JSON.stringify(WORDS.script)}">
      <h1>${page.title}</h1>
      ${done === undefined ? '' : renderDone(done, place)}
      <p id="live" role="status" class="whose"></p>
      <div id="content" data-at="${madeAt}">${page.blocks.map((block) => renderBlock(block, place))}</div>
    </main>`,
  });
}

/** Outside of what is fetched again, so that it stays until the reader goes on. */
function renderDone({ said, undo }: BoardDone, { act, key }: BoardPlace) {
  return html`<div role="status" class="note done" id="done" tabindex="-1">${renderSaid(said)}
        ${undo === null ? '' : html`<form method="post" action="${act}" class="acts"><input type="hidden" name="key" value="${key}" /><input type="hidden" name="id" value="${undo.id}" /><button type="submit" name="act" value="undo" class="outline">${WORDS.undo(undo.until)}</button></form>`}
      </div>`;
}

function renderHead({ root, at }: BoardFrame, session: SignedIn) {
  const ways = (pages: readonly { to: string; label: string }[]) =>
    html`<ul>${pages.map(({ to, label }) => html`<li><a href="${root}board${to === '' ? '' : `/${to}`}"${to === at ? html` aria-current="page"` : ''}>${label}</a></li>`)}</ul>`;
  return html`<header class="board-head">
      <nav aria-label="${WORDS.nav}">
        ${ways(WORDS.pages)}
        <details class="more">
          <summary>${WORDS.more(WORDS.otherPages.find(({ to }) => to === at)?.label ?? null)}</summary>
          ${ways(WORDS.otherPages)}
        </details>
      </nav>
      <form method="post" action="${root}board/act">
        <span class="whose">${session.name}</span>
        <input type="hidden" name="key" value="${session.formKey}" />
        <button type="submit" name="act" value="leave" class="outline">${WORDS.leave}</button>
      </form>
    </header>`;
}

function renderLookHead({ root, base, said }: BoardFrame) {
  return html`<header class="board-head"><p><a href="${root}${base.slice(0, -1)}">${WORDS.title}</a></p><p class="whose">${said}</p></header>`;
}

/** The page behind a sign-in address: a press on it signs in, opening it does not. */
export function renderEntryPage(root: string, version: string, { said, isOpen }: { said: string; isOpen: boolean }) {
  const button = html`<form method="post"><p class="buttons"><button type="submit">${WORDS.enter}</button></p></form>`;
  return renderSmallPage(root, version, [
    WORDS.enterTitle,
    html`<p>${said}</p>
      ${isOpen ? button : html`<p><a href="${root}board">${WORDS.again}</a></p>`}`,
  ]);
}

/** What everybody sees who is not signed in, whatever page they asked for. A cookie is not sent along by a link from outside; from here it is. */
export function renderClosedPage(root: string, version: string, isFromOutside: boolean) {
  return renderSmallPage(root, version, [
    WORDS.closedTitle,
    html`<p>${WORDS.closed}</p>
      ${isFromOutside ? html`<p><a href="${root}board">${WORDS.again}</a></p>` : ''}`,
  ]);
}

/** After signing out: this browser is not signed in any more. */
export function renderLeftPage(root: string, version: string) {
  return renderSmallPage(root, version, [WORDS.leftTitle, html`<p role="status">${WORDS.left}</p>`]);
}

function renderSmallPage(root: string, version: string, [title, content]: [string, unknown]) {
  return renderSitePage({
    title,
    root,
    version,
    kind: 'board',
    scripts: [],
    body: html`<main id="main" tabindex="-1" class="sheet">
      <h1>${title}</h1>
      ${content}
    </main>`,
  });
}
