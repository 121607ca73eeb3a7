import { html } from 'hono/html';
import type { Move, RoomState } from '../rehearsal.ts';

const PANES = [
  { group: 'liaison', title: 'Cán bộ đầu mối', short: 'Đầu mối', of: 'cán bộ đầu mối', example: '/nhiemvu' },
  { group: 'coordinator', title: 'Cán bộ điều phối', short: 'Điều phối', of: 'cán bộ điều phối', example: '/tonghop' },
  { group: 'staff', title: 'Chuyên viên', short: 'Chuyên viên', of: 'chuyên viên', example: '/trogiup' },
] as const;
type Pane = (typeof PANES)[number];

const STYLES = ['base.css', 'clock-bar.css', 'round-strip.css', 'panes.css', 'lines.css'];

/** The rehearsal room: clock bar, state of the round, three chats. The script in `room/` brings it to life. */
export function renderRoomPage(state: RoomState) {
  return html`<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#0f2f29" />
    <title>Phòng diễn tập báo cáo</title>
    <link rel="icon" href="/rehearsal/assets/icon.svg" type="image/svg+xml" />
    ${STYLES.map((name) => html`<link rel="stylesheet" href="/rehearsal/assets/${name}" />`)}
    <script type="module" src="/rehearsal/assets/room.js"></script>
  </head>
  <body>
    <a class="skip" href="#panes">Tới các khung trò chuyện</a>
    ${renderClockBar(state)} ${renderNotices()} ${renderRoundStrip()}
    <div class="tabs" id="tabs" role="tablist" aria-label="Chọn khung trò chuyện">${PANES.map(renderTab)}</div>
    <main class="panes" id="panes" tabindex="-1" aria-label="Ba khung trò chuyện với bot">${PANES.map(renderPane)}
      <div class="toast" id="toast" role="status" aria-live="polite"></div>
    </main>
  </body>
</html>`;
}

function renderClockBar(state: RoomState) {
  const [date, time] = state.nowText.split(', ');
  return html`<header class="bar" id="clock-bar">
      <h1 class="visually-hidden">Phòng diễn tập kỳ báo cáo</h1>
      <div class="clock" role="group" aria-label="Giờ của bot">
        <time class="clock-time" id="clock-time" datetime="${state.now}">${time ?? ''}</time>
        <p class="clock-day"><span class="clock-date" id="clock-date">${date}</span><span class="clock-note"><span id="clock-note">${state.dayNote}</span><span class="clock-pace" id="clock-pace"></span></span></p>
      </div>
      <div class="moves" role="group" aria-label="Đưa đồng hồ đi tới">${state.moves.map(renderMove)}</div>
      <details class="other-time" id="other-time">
        <summary><span>Giờ khác</span></summary>
        <form class="other-time-form" id="other-time-form" novalidate>
          <label for="other-time-to">Đưa đồng hồ tới</label>
          <input id="other-time-to" type="datetime-local" value="${state.now}" min="${state.now}" required aria-describedby="other-time-error" />
          <label class="check"><input id="other-time-sleep" type="checkbox" /><span>Như máy đã ngủ: nhảy thẳng tới, rồi mới xem việc đến hạn</span></label>
          <p class="form-error" id="other-time-error" role="alert"></p>
          <button type="submit" class="primary">Chuyển giờ</button>
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
  return html`<noscript><p class="notice">Phòng diễn tập cần JavaScript. Xin bật JavaScript rồi tải lại trang.</p></noscript>
    <p class="notice offline" id="offline" role="status" hidden></p>
    <aside class="notice intro" id="intro" aria-label="Cách diễn tập" hidden>
      <p><strong>Sống thử một kỳ báo cáo:</strong> gõ <code>/nhiemvu</code> ở khung Cán bộ đầu mối, bấm <b>Đến lần nhắc tới</b> để nhận lời nhắc, nộp báo cáo ngay trong khung; bấm <b>Qua hạn</b> rồi gõ <code>/tonghop</code> ở khung Cán bộ điều phối.</p>
      <button type="button" class="quiet" id="intro-close">Đã hiểu</button>
    </aside>`;
}

function renderRoundStrip() {
  return html`<section class="round" id="round" aria-label="Tình hình kỳ báo cáo">
      <div class="round-head">
        <div class="round-choice" id="round-choice" role="group" aria-label="Chọn kỳ báo cáo" hidden></div>
        <h2 class="round-title" id="round-title">Đang tải tình hình…</h2>
        <p class="round-deadline" id="round-deadline"></p>
      </div>
      <div class="round-figures">
        <dl class="figures" id="figures"></dl>
        <div class="stack" id="stack" role="img" aria-label=""></div>
        <button type="button" class="quiet round-toggle" id="round-toggle" aria-expanded="false" aria-controls="round-units">Đơn vị</button>
      </div>
      <ul class="units" id="round-units" aria-label="Các đơn vị trong kỳ" hidden></ul>
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
          <span class="who-change" aria-hidden="true">Đổi vai</span>
          <select class="who-select" aria-label="Đóng vai ${of}"></select>
        </div>
        <button type="button" class="elsewhere" hidden></button>
        <div class="log" role="log" aria-live="polite" aria-label="Trò chuyện của ${of} với bot" tabindex="0"></div>
        <button type="button" class="to-end" hidden>Tin mới ↓</button>
        <form class="composer" aria-label="Soạn tin của ${of}">
          <p class="attached" hidden><span class="attached-name"></span><button type="button" class="quiet attached-drop">Bỏ tệp</button></p>
          <p class="form-error" role="alert"></p>
          <button type="button" class="attach" aria-label="Đính kèm tệp" title="Đính kèm tệp (pdf, docx, xlsx, jpg, png; tối đa 20 MB)"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M20 11.5 12 19.4a5 5 0 0 1-7-7l8.4-8.3a3.3 3.3 0 0 1 4.7 4.7l-8.3 8.2a1.7 1.7 0 0 1-2.4-2.4l7.6-7.5" /></svg></button>
          <input type="file" class="visually-hidden attach-input" tabindex="-1" aria-hidden="true" accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png" />
          <textarea rows="1" aria-label="Tin nhắn của ${of}" placeholder="Ví dụ: ${example}" autocomplete="off" autocapitalize="sentences" spellcheck="false"></textarea>
          <button type="submit" class="send"><span>Gửi</span><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4" /></svg></button>
        </form>
      </section>`;
}
