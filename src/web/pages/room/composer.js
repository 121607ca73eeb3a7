import { find, setText } from './dom.js';
import { words } from './words.js';

/** @typedef {import('./api.js').Message} Message */

const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
const TALLEST_PX = 168;

/**
 * The input of one pane. It empties itself when `onSend` has taken the message.
 * @param {HTMLFormElement} form
 * @param {(message: Message) => void} onSend
 */
export function createComposer(form, onSend) {
  /** @type {HTMLTextAreaElement} */
  const input = find('textarea', form);
  /** @type {HTMLInputElement} */
  const picker = find('.attach-input', form);
  const error = find('.form-error', form);
  const attached = find('.attached', form);
  const attachedName = find('.attached-name', form);
  const onTouch = matchMedia('(pointer: coarse)');
  /** @type {File | undefined} */
  let file;

  const fit = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, TALLEST_PX)}px`;
  };
  /** @param {File | undefined} chosen */
  const attach = (chosen) => {
    const isTooLarge = chosen !== undefined && chosen.size > FILE_LIMIT_BYTES;
    setText(error, isTooLarge ? words.tooLarge : '');
    file = isTooLarge ? undefined : chosen;
    attached.hidden = file === undefined;
    attachedName.textContent = file === undefined ? '' : `${file.name} · ${words.size(file.size)}`;
    picker.value = '';
  };
  /** @param {string} text */
  const write = (text) => {
    input.value = text;
    fit();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    input.focus();
    if (text === '' && file === undefined) return;
    const message = file === undefined ? { text } : { text, file };
    attach(undefined);
    write('');
    onSend(message);
  });
  input.addEventListener('input', fit);
  input.addEventListener('keydown', (event) => {
    // While a Vietnamese keyboard composes a word, Enter belongs to it; on a phone it makes a new line.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || onTouch.matches) return;
    event.preventDefault();
    form.requestSubmit();
  });
  find('.attach', form).addEventListener('click', () => picker.click());
  find('.attached-drop', form).addEventListener('click', () => {
    attach(undefined);
    input.focus();
  });
  picker.addEventListener('change', () => {
    attach(picker.files?.[0]);
    input.focus();
  });

  return {
    text: () => input.value,
    write,
    /** @param {string} text Puts a text in to be gone over, from its first line. */
    offer(text) {
      write(text);
      input.focus();
      input.setSelectionRange(0, 0);
      input.scrollTop = 0;
    },
    focus: () => input.focus(),
  };
}
