import { moveClock } from './api.js';
import { find, setText } from './dom.js';
import { hourText, shortText, words } from './words.js';

/** @typedef {import('./api.js').RoomState} RoomState */

/**
 * The bot's time and the ways to move it on.
 * @param {{ onMoved: () => Promise<void>, say: (text: string) => void }} room
 */
export function createClockBar(room) {
  const bar = find('#clock-bar');
  const form = createOtherTime((to, sleep) => go(to, sleep));
  /** @type {Map<string, string | null>} */
  const targets = new Map();
  let isMoving = false;

  /** @param {string} to @param {boolean} sleep @returns {Promise<string | null>} the problem, or null */
  async function go(to, sleep) {
    if (isMoving) return null;
    setMoving(true);
    room.say(words.moving);
    try {
      const { now, sent } = await moveClock(to, sleep);
      await room.onMoved();
      room.say(words.moved(sent, now));
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : words.unreachable;
    } finally {
      setMoving(false);
    }
  }
  /** @param {boolean} moving */
  function setMoving(moving) {
    isMoving = moving;
    bar.classList.toggle('moving', moving);
    bar.setAttribute('aria-busy', String(moving));
    for (const [key, to] of targets) setReachable(find(`#move-${key}`), to !== null && !moving);
  }

  for (const button of bar.querySelectorAll('.move')) {
    button.addEventListener('click', async () => {
      const to = targets.get(button.id.replace('move-', '')) ?? null;
      const problem = to === null ? null : await go(to, false);
      if (problem !== null) room.say(problem);
    });
  }
  return {
    /** @param {RoomState} state */
    show({ now, nowText, dayNote, speed, moves }) {
      const time = find('#clock-time');
      setText(time, hourText(now));
      time.setAttribute('datetime', now);
      setText(find('#clock-date'), nowText.split(', ')[0] ?? nowText);
      setText(find('#clock-note'), dayNote);
      setText(find('#clock-pace'), words.pace(speed));
      find('#clock-note').classList.toggle('day-off', dayNote.startsWith(words.dayOff));
      for (const { key, label, to, hint } of moves) {
        const button = find(`#move-${key}`);
        targets.set(key, to);
        setReachable(button, to !== null && !isMoving);
        button.title = hint;
        button.classList.toggle('says-when', to !== null && hint.includes(hourText(to)));
        setText(find('.move-label', button), label);
        setText(find('.move-to', button), to === null ? '' : shortText(to));
        setText(find('.move-hint', button), hint);
      }
      form.show(now);
    },
  };
}

/** Kept focusable: a button that vanishes from under the keyboard loses the person's place. @param {HTMLElement} button @param {boolean} reachable */
function setReachable(button, reachable) {
  button.setAttribute('aria-disabled', String(!reachable));
}

/** @param {(to: string, sleep: boolean) => Promise<string | null>} go */
function createOtherTime(go) {
  /** @type {HTMLDetailsElement} */
  const details = find('#other-time');
  /** @type {HTMLInputElement} */
  const to = find('#other-time-to');
  /** @type {HTMLInputElement} */
  const sleep = find('#other-time-sleep');
  const error = find('#other-time-error');

  find('#other-time-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    error.textContent = '';
    const problem = to.value === '' ? words.chooseTime : await go(to.value, sleep.checked);
    error.textContent = problem;
    if (problem === null) details.open = false;
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    details.open = false;
    find('summary', details).focus();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  return {
    /** @param {string} now */
    show(now) {
      to.min = now;
      if (!details.open || to.value < now) to.value = now;
    },
  };
}
