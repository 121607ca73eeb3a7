import { loadLines, loadState } from './api.js';
import { createClockBar } from './clock-bar.js';
import { find, setText } from './dom.js';
import { createLineStore } from './line-store.js';
import { listen } from './live.js';
import { isIntroRead, markIntroRead, recall, remember } from './memory.js';
import { createPane } from './pane.js';
import { createRoundStrip } from './round-strip.js';
import { createTabs, GROUPS } from './tabs.js';
import { createToast } from './toast.js';
import { keepAboveKeyboard } from './viewport.js';
import { words } from './words.js';

/** @typedef {import('./api.js').Line} Line */
/** @typedef {import('./api.js').Persona} Persona */
/** @typedef {import('./api.js').RoomState} RoomState */
/** @typedef {import('./tabs.js').Group} Group */

const memory = recall();
const lines = createLineStore();
const say = createToast(find('#toast'));
/** @type {readonly Persona[]} */
let personas = [];
let isReady = false;

/** @type {Record<string, ReturnType<typeof createPane>>} */
const panes = Object.fromEntries(
  GROUPS.map((group) => [
    group,
    createPane(find(`#pane-${group}`), {
      linesOf: lines.of,
      onChoosePersona: (chat) => showPersona(group, chat),
      onStored: fetchLines,
      say,
    }),
  ]),
);
const tabs = createTabs(memory.tab, onPaneShown);
const clockBar = createClockBar({ onMoved: async () => takeState(await loadState()), say });
const roundStrip = createRoundStrip(showUnit);

/** @param {RoomState} state */
function takeState(state) {
  personas = state.personas;
  clockBar.show(state);
  roundStrip.show(state.rounds);
  for (const group of GROUPS) {
    const pane = panes[group];
    const known = personas.find((persona) => persona.chat === (pane?.chat() || memory.shown[group]));
    const persona = known ?? personas.find((candidate) => candidate.group === group);
    if (persona !== undefined) pane?.show(persona);
  }
  drawNames();
  followClock(state);
}

/** @param {Line} line */
function takeLine(line) {
  const place = lines.add(line);
  if (place === 'known') return;
  const group = GROUPS.find((candidate) => panes[candidate]?.chat() === line.chat);
  // Before the first catch-up is complete the panes are drawn once, at its end.
  if (group !== undefined && isReady) {
    if (place === 'last') panes[group]?.append(line);
    else panes[group]?.render();
  }
  const isSeen = group !== undefined && tabs.isVisible(group);
  const isNews = isReady || (memory.lastId > 0 && line.id > memory.lastId);
  if (line.from === 'bot' && !isSeen && isNews) {
    memory.unread[line.chat] = (memory.unread[line.chat] ?? 0) + 1;
    scheduleNames();
  }
}

function onReady() {
  if (!isReady) {
    isReady = true;
    // The server began anew since this tab was here: what it remembers as unread is gone.
    if (lines.lastId() < memory.lastId) memory.unread = {};
    for (const group of GROUPS) panes[group]?.render();
  }
  memory.lastId = lines.lastId();
  find('#offline').hidden = true;
  drawNames();
}

function onReset() {
  lines.clear();
  memory.lastId = 0;
  memory.unread = {};
  isReady = false;
}

/** @param {string} chat */
async function fetchLines(chat) {
  const last = lines.of(chat).at(-1)?.id ?? 0;
  for (const line of await loadLines(chat, last)) takeLine(line);
}

/** @param {Group} group @param {string} chat */
function showPersona(group, chat) {
  const persona = personas.find((candidate) => candidate.chat === chat);
  if (persona === undefined) return;
  panes[group]?.show(persona);
  memory.shown[group] = chat;
  onPaneShown(group);
}

/** @param {string} code */
function showUnit(code) {
  const liaison = personas.find((persona) => persona.unit === code && persona.group === 'liaison');
  if (liaison === undefined) return;
  tabs.choose('liaison');
  showPersona('liaison', liaison.chat);
}

/** @param {Group} group */
function onPaneShown(group) {
  const pane = panes[group];
  if (pane === undefined) return;
  delete memory.unread[pane.chat()];
  pane.scrollToEnd();
  scheduleNames();
}

let namesPending = 0;
/** A hundred reminders at once are one change of the badges. */
function scheduleNames() {
  namesPending ||= requestAnimationFrame(drawNames);
}

function drawNames() {
  cancelAnimationFrame(namesPending);
  namesPending = 0;
  const unreadOf = (/** @type {string} */ chat) => memory.unread[chat] ?? 0;
  for (const group of GROUPS) {
    const pane = panes[group];
    const shown = personas.find((persona) => persona.chat === pane?.chat());
    if (pane === undefined || shown === undefined) continue;
    const others = personas.filter(
      (persona) =>
        persona.group === group || persona.chat === shown.chat || (group === 'staff' && persona.group === 'guest'),
    );
    pane.name(shown, others, unreadOf);
    drawBadge(
      group,
      others.reduce((sum, persona) => sum + unreadOf(persona.chat), 0),
    );
  }
}

/** @param {Group} group @param {number} count */
function drawBadge(group, count) {
  const badge = find(`#tab-badge-${group}`);
  badge.hidden = count === 0;
  setText(badge, count > 99 ? '99+' : String(count));
  const tab = find(`#tab-${group}`);
  const title = tab.dataset.title ?? '';
  tab.setAttribute('aria-label', count === 0 ? title : `${title}, ${words.unread(count)}`);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let tick;
/** The bot's time runs on its own in some rehearsals; the server is asked again when its minute has passed. @param {RoomState} state */
function followClock({ speed }) {
  clearTimeout(tick);
  if (speed <= 0) return;
  tick = setTimeout(
    async () => {
      const state = document.hidden ? null : await loadState().catch(() => null);
      if (state === null) followClock({ .../** @type {RoomState} */ ({ speed }) });
      else takeState(state);
    },
    Math.max(1_000, Math.min(15_000, 60_000 / speed)),
  );
}

function showIntro() {
  const intro = find('#intro');
  intro.hidden = isIntroRead();
  find('#intro-close').addEventListener('click', () => {
    markIntroRead();
    intro.hidden = true;
    panes[tabs.current()]?.focus();
  });
}

showIntro();
tabs.start();
keepAboveKeyboard();
listen({
  lastId: lines.lastId,
  onLine: takeLine,
  onState: takeState,
  onReset,
  onReady,
  onDown() {
    const offline = find('#offline');
    offline.hidden = false;
    setText(offline, words.lost);
  },
});
addEventListener('pagehide', () =>
  remember({ ...memory, lastId: Math.max(memory.lastId, lines.lastId()), tab: tabs.current() }),
);
