import { html } from 'hono/html';
import { ROOM_PAGE } from '../../wording/room-page.ts';
import type { Move, RoomState } from '../rehearsal.ts';
import { renderSpan } from './said.ts';

const PANES = [
  { group: 'liaison', ...ROOM_PAGE.groups.liaison, example: '/nhiemvu' },
  { group: 'coordinator', ...ROOM_PAGE.groups.coordinator, example: '/tonghop' },
  { group: 'staff', ...ROOM_PAGE.groups.staff, example: '/trogiup' },
] as const;
type Pane = (typeof PANES)[number];

const STYLES = ['oat.css', 'theme.css', 'base.css', 'clock-bar.css', 'round-strip.css', 'panes.css', 'lines.css'];

/** The rehearsal room: clock bar, state of the round, three chats. The script in `room/` brings it to life. */
export function renderRoomPage(state: RoomState) {
  return html`<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#0f2f29" />
    <title>${ROOM_PAGE.title}</title>
    <link rel="icon" href="/rehearsal/assets/icon.svg" type="image/svg+xml" />
    ${STYLES.map((name) => html`<link rel="stylesheet" href="/rehearsal/assets/${name}" />`)}
    <noscript><link rel="stylesheet" href="/rehearsal/assets/no-script.css" /></noscript>
    <script type="module" src="/rehearsal/assets/room.js"></script>
  </head>
  <body>
    <a class="skip" href="#panes">${ROOM_PAGE.skip}</a>
    ${renderClockBar(state)} ${renderNotices()} ${renderRoundStrip()}
    <div class="tabs" id="tabs" role="tablist" aria-label="${ROOM_PAGE.tabs}">${PANES.map(renderTab)}</div>
    <main class="panes" id="panes" tabindex="-1" aria-label="${ROOM_PAGE.panes}">${PANES.map(renderPane)}
      <div class="flash" id="toast" role="status" aria-live="polite"></div>
    </main>
  </body>
</html>`;
}

function renderClockBar(state: RoomState) {
  const [date, time] = state.nowText.split(', ');
  return html`<header class="bar" id="clock-bar">
      <h1 class="visually-hidden">${ROOM_PAGE.heading}</h1>
      <div class="clock" role="group" aria-label="${ROOM_PAGE.clock.label}">
        <time class="clock-time" id="clock-time" datetime="${state.now}">${time ?? ''}</time>
        <p class="clock-day"><span class="clock-date" id="clock-date">${date}</span><span class="clock-note"><span id="clock-note">${state.dayNote}</span><span class="clock-pace" id="clock-pace"></span></span></p>
      </div>
      <div class="moves" role="group" aria-label="${ROOM_PAGE.clock.moves}">${state.moves.map(renderMove)}</div>
      <details class="other-time" id="other-time">
        <summary><span>${ROOM_PAGE.clock.other}</span></summary>
        <form class="other-time-form" id="other-time-form" novalidate>
          <label for="other-time-to">${ROOM_PAGE.clock.to}</label>
          <input id="other-time-to" type="datetime-local" value="${state.now}" min="${state.now}" required aria-describedby="other-time-error" />
          <label><input id="other-time-sleep" type="checkbox" /><span>${ROOM_PAGE.clock.sleep}</span></label>
          <p class="form-error" id="other-time-error" role="alert"></p>
          <button type="submit" class="primary">${ROOM_PAGE.clock.go}</button>
        </form>
      </details>
      <div class="bar-busy" aria-hidden="true"></div>
    </header>`;
}

function renderMove(move: Move) {
  const id = `move-${move.key}`;
  return html`<button type="button" class="move" id="${id}" aria-labelledby="${id}-label" aria-describedby="${id}-to ${id}-hint">
        <span class="move-label" id="${id}-label">${move.label}</span>
        <span class="move-what"><span class="move-to" id="${id}-to"></span> <span class="move-hint" id="${id}-hint">${move.hint}</span></span>
      </button>`;
}

function renderNotices() {
  return html`<noscript><p class="notice">${ROOM_PAGE.noScript}</p></noscript>
    <p class="notice offline" id="offline" role="status" hidden></p>
    <aside class="notice intro" id="intro" aria-label="${ROOM_PAGE.howTo}" hidden>
      <p>${ROOM_PAGE.intro.map(renderSpan)}</p>
      <button type="button" class="quiet" id="intro-close">${ROOM_PAGE.introClose}</button>
    </aside>`;
}

function renderRoundStrip() {
  return html`<section class="round" id="round" aria-label="${ROOM_PAGE.round.label}">
      <div class="round-head">
        <div class="round-choice" id="round-choice" role="group" aria-label="${ROOM_PAGE.round.choose}" hidden></div>
        <h2 class="round-title" id="round-title">${ROOM_PAGE.round.loading}</h2>
        <p class="round-deadline" id="round-deadline"></p>
      </div>
      <div class="round-figures">
        <dl class="figures" id="figures"></dl>
        <div class="stack" id="stack" role="img" aria-label=""></div>
        <button type="button" class="quiet round-toggle" id="round-toggle" aria-expanded="false" aria-controls="round-units">${ROOM_PAGE.round.toggle}</button>
      </div>
      <ul class="units" id="round-units" aria-label="${ROOM_PAGE.round.units}" hidden></ul>
    </section>`;
}

function renderTab({ group, title, short }: Pane) {
  return html`<button type="button" role="tab" class="tab ${group}" id="tab-${group}" aria-controls="pane-${group}" aria-selected="false" aria-label="${title}" data-title="${title}">
        <span>${short}</span><span class="badge" id="tab-badge-${group}" hidden></span>
      </button>`;
}

function renderPane({ group, title, of, example }: Pane) {
  return html`<section class="pane ${group}" id="pane-${group}" aria-label="${title}">
        <div class="who">
          <span class="avatar" aria-hidden="true"></span>
          <p class="who-text"><strong class="who-name">${title}</strong><span class="who-role"></span></p>
          <span class="who-change" aria-hidden="true">${ROOM_PAGE.pane.change}</span>
          <select class="who-select" aria-label="${ROOM_PAGE.pane.play(of)}"></select>
        </div>
        <button type="button" class="elsewhere" hidden></button>
        <div class="log" role="log" aria-live="polite" aria-label="${ROOM_PAGE.pane.log(of)}" tabindex="0"></div>
        <button type="button" class="to-end" hidden>${ROOM_PAGE.pane.newest}</button>
        <form class="composer" aria-label="${ROOM_PAGE.pane.compose(of)}">
          <p class="attached" hidden><span class="attached-name"></span><button type="button" class="quiet attached-drop">${ROOM_PAGE.pane.dropFile}</button></p>
          <p class="form-error" role="alert"></p>
          <button type="button" class="attach" aria-label="${ROOM_PAGE.pane.attach}" title="${ROOM_PAGE.pane.attachHint}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M20 11.5 12 19.4a5 5 0 0 1-7-7l8.4-8.3a3.3 3.3 0 0 1 4.7 4.7l-8.3 8.2a1.7 1.7 0 0 1-2.4-2.4l7.6-7.5" /></svg></button>
          <input type="file" class="visually-hidden attach-input" tabindex="-1" aria-hidden="true" accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png" />
          <textarea rows="1" aria-label="${ROOM_PAGE.pane.text(of)}" placeholder="${ROOM_PAGE.pane.example(example)}" autocomplete="off" autocapitalize="sentences" spellcheck="false"></textarea>
          <button type="submit" class="send"><span>${ROOM_PAGE.pane.send}</span><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4" /></svg></button>
        </form>
      </section>`;
}
