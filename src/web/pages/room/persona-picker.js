import { find, make, setText } from './dom.js';
import { words } from './words.js';

/** @typedef {import('./api.js').Persona} Persona */

/**
 * The head of a pane: who the visitor is there, over a native list of everybody they can be.
 * @param {HTMLElement} pane
 * @param {(chat: string) => void} onChoose
 */
export function createPersonaPicker(pane, onChoose) {
  /** @type {HTMLSelectElement} */
  const select = find('.who-select', pane);
  const elsewhere = find('.elsewhere', pane);
  let nextUnread = '';

  select.addEventListener('change', () => onChoose(select.value));
  elsewhere.addEventListener('click', () => onChoose(nextUnread));

  return {
    /** @param {Persona} shown @param {readonly Persona[]} others everybody in the list @param {(chat: string) => number} unreadOf */
    show(shown, others, unreadOf) {
      setText(find('.who-name', pane), shown.name);
      setText(find('.who-role', pane), [shown.roleLabel, shown.unitName].filter(Boolean).join(' · '));
      setText(find('.avatar', pane), initials(shown.name));
      fill(select, shown, others, unreadOf);
      const waiting = others.filter((other) => other.chat !== shown.chat && unreadOf(other.chat) > 0);
      elsewhere.hidden = waiting.length === 0;
      nextUnread = waiting[0]?.chat ?? '';
      setText(elsewhere, words.elsewhere(waiting.length));
    },
  };
}

/** @param {HTMLSelectElement} select @param {Persona} shown @param {readonly Persona[]} others @param {(chat: string) => number} unreadOf */
function fill(select, shown, others, unreadOf) {
  const option = (/** @type {Persona} */ { chat, name, unitName }) => {
    const count = unreadOf(chat);
    const label = [unitName, name].filter(Boolean).join(' – ');
    return make('option', { value: chat }, count > 0 ? `${label} (${words.unread(count)})` : label);
  };
  const guests = others.filter((persona) => persona.group === 'guest');
  select.replaceChildren(...others.filter((persona) => persona.group !== 'guest').map(option));
  if (guests.length > 0) select.append(make('optgroup', { label: words.guests }, ...guests.map(option)));
  select.value = shown.chat;
}

/** A Vietnamese name is called by its last word: "Nguyễn Thị Hoa" → "NH". @param {string} name */
function initials(name) {
  const parts = name.trim().split(/\s+/);
  const [first, last] = [parts.at(0) ?? '', parts.length > 1 ? (parts.at(-1) ?? '') : ''];
  return `${first.charAt(0)}${last.charAt(0)}`.toUpperCase();
}
