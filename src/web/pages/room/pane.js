import { createComposer } from './composer.js';
import { find, make } from './dom.js';
import { asksSomething, renderDay, renderLine } from './line.js';
import { createOutgoing } from './outgoing.js';
import { createPersonaPicker } from './persona-picker.js';
import { words } from './words.js';

/** @typedef {import('./api.js').Line} Line */
/** @typedef {import('./api.js').Persona} Persona */

const NEAR_END_PX = 90;
/** A second press within this is a slip of the finger, even when the answer is already there. */
const PRESS_PAUSE_MS = 700;

/**
 * One chat pane: a person, their talk with the bot, their input.
 * @param {HTMLElement} element
 * @param {{
 *   linesOf: (chat: string) => readonly Line[],
 *   onChoosePersona: (chat: string) => void,
 *   onStored: (chat: string) => Promise<void>,
 *   say: (text: string) => void,
 * }} room
 */
export function createPane(element, room) {
  const log = find('.log', element);
  const toEnd = find('.to-end', element);
  const picker = createPersonaPicker(element, room.onChoosePersona);
  /** @type {Map<string, string>} */
  const drafts = new Map();
  let chat = '';

  const scrollToEnd = () => {
    log.scrollTop = log.scrollHeight;
    toEnd.hidden = true;
  };
  const isNearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
  const outgoing = createOutgoing({
    onStored: room.onStored,
    onFailed() {
      unlockChoices();
      scrollToEnd();
    },
    onChange() {
      log.append(...outgoing.elements(chat));
      scrollToEnd();
    },
  });
  /** Sent before the page knew whose pane this is: a slow machine, a quick hand. @type {import('./api.js').Message[]} */
  const early = [];
  const composer = createComposer(find('.composer', element), (message) =>
    chat === '' ? early.push(message) : outgoing.send(chat, message),
  );
  /** @type {import('./line.js').LineActions} */
  const actions = {
    onPick(line, { value, label }) {
      const choices = find(`[data-id="${line.id}"] .choices`, log);
      if (choices.dataset.pressed !== undefined) return;
      choices.dataset.pressed = value;
      outgoing.send(chat, { picked: { value, label, line: line.id } });
    },
    onCopy: (text, block) => copy(text, block, room.say),
    onCopyIntoInput(text) {
      composer.offer(text);
      room.say(words.copiedIntoInput);
    },
  };

  function unlockChoices() {
    for (const choices of log.querySelectorAll('.choices')) {
      if (choices instanceof HTMLElement) delete choices.dataset.pressed;
    }
  }

  function render() {
    const lines = room.linesOf(chat);
    log.setAttribute('aria-busy', 'true');
    const fresh = lines.flatMap((line, index) => withDay(line, lines[index - 1], actions));
    if (lines.length === 0) fresh.push(renderEmpty());
    log.replaceChildren(...fresh, ...outgoing.elements(chat));
    markStaleChoices(log, lines);
    scrollToEnd();
    log.setAttribute('aria-busy', 'false');
  }

  /** @param {Line} line */
  function append(line) {
    const lines = room.linesOf(chat);
    if (line.from === 'person') outgoing.settle(chat);
    const stays = isNearEnd() || line.from === 'person';
    log.querySelector('.empty')?.remove();
    log.append(...withDay(line, lines.at(-2), actions), ...outgoing.elements(chat));
    markStaleChoices(log, lines);
    if (line.from === 'bot') setTimeout(unlockChoices, PRESS_PAUSE_MS);
    if (stays) scrollToEnd();
    else toEnd.hidden = false;
  }

  toEnd.addEventListener('click', scrollToEnd);
  log.addEventListener('scroll', () => {
    if (isNearEnd()) toEnd.hidden = true;
  });
  keepEndInSight(log, isNearEnd, scrollToEnd);

  return {
    chat: () => chat,
    /** @param {Persona} persona Shows this person; what was half typed waits for their return. */
    show(persona) {
      if (persona.chat === chat) return;
      const isFirst = chat === '';
      if (!isFirst) drafts.set(chat, composer.text());
      chat = persona.chat;
      if (!isFirst) composer.write(drafts.get(chat) ?? '');
      render();
      for (const message of early.splice(0)) outgoing.send(chat, message);
    },
    render,
    append,
    /** @param {Persona} shown @param {readonly Persona[]} others @param {(chat: string) => number} unreadOf */
    name: (shown, others, unreadOf) => picker.show(shown, others, unreadOf),
    scrollToEnd,
    focus: () => composer.focus(),
  };
}

/**
 * The keyboard of a phone or a longer input makes the log shorter; the end must stay in sight.
 * @param {HTMLElement} log @param {() => boolean} isNearEnd @param {() => void} scrollToEnd
 */
function keepEndInSight(log, isNearEnd, scrollToEnd) {
  let wasNearEnd = true;
  let height = 0;
  log.addEventListener('scroll', () => {
    // A scroll that comes of a new height is not the person's.
    if (log.clientHeight === height) wasNearEnd = isNearEnd();
  });
  new ResizeObserver(() => {
    height = log.clientHeight;
    if (wasNearEnd) scrollToEnd();
  }).observe(log);
}

/** @param {Line} line @param {Line | undefined} before @param {import('./line.js').LineActions} actions */
function withDay(line, before, actions) {
  const element = renderLine(line, actions);
  const isNewDay = before === undefined || before.at.slice(0, 10) !== line.at.slice(0, 10);
  if (!isNewDay && before.from === line.from) element.classList.add('goes-on');
  return isNewDay ? [renderDay(line.at), element] : [element];
}

function renderEmpty() {
  return make('div', { class: 'empty' }, make('p', {}, words.noLines), make('p', {}, words.noLinesHow));
}

/**
 * A question is open until the person has said something or the bot has asked the next one; the choices of older ones
 * step back. They can still be pressed, as on a phone, so that the bot's own answer to that can be tried.
 * @param {HTMLElement} log
 * @param {readonly Line[]} lines
 */
function markStaleChoices(log, lines) {
  const open = lines.findLast((line) => line.from === 'person' || asksSomething(line));
  for (const line of lines) {
    if (line.choices.length === 0) continue;
    const isStale = asksSomething(line) && line.id !== open?.id;
    log.querySelector(`[data-id="${line.id}"] .choices`)?.classList.toggle('stale', isStale);
  }
}

/** @param {string} text @param {HTMLElement} block @param {(text: string) => void} say */
async function copy(text, block, say) {
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
  } catch {
    getSelection()?.selectAllChildren(block);
    say(words.copyByHand);
  }
}
