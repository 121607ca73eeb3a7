import { make } from './dom.js';
import { renderText } from './rich-text.js';
import { dayText, hourText, words } from './words.js';

/** @typedef {import('./api.js').Line} Line */
/** @typedef {import('../../../channels/channel.ts').Choice} Choice */
/** @typedef {{
 *   onPick: (line: Line, choice: Choice) => void,
 *   onCopy: (text: string, block: HTMLElement) => void,
 *   onCopyIntoInput: (text: string) => void,
 * }} LineActions */

/** @param {Line} line @param {LineActions} actions */
export function renderLine(line, actions) {
  const bubble = make(
    'div',
    { class: 'bubble' },
    make('span', { class: 'visually-hidden' }, `${line.from === 'bot' ? words.bot : words.you}: `),
    renderText(line.text, actions),
  );
  if (line.file !== null) bubble.append(renderFile(line.file));
  bubble.append(make('time', { dateTime: line.at }, hourText(line.at)));
  const element = make('div', { class: `line ${line.from}`, 'data-id': line.id }, bubble);
  if (line.choices.length > 0) element.append(renderChoices(line, actions));
  return element;
}

/** @param {string} at */
export function renderDay(at) {
  return make('p', { class: 'day' }, make('span', {}, dayText(at)));
}

/**
 * A message on its way; it gives place to the line that the server sends back.
 * @param {string} text
 */
export function renderPending(text) {
  const note = make('span', { class: 'pending-note' }, words.sending);
  const bubble = make(
    'div',
    { class: 'bubble' },
    make('span', { class: 'visually-hidden' }, `${words.you}: `),
    text,
    note,
  );
  const element = make('div', { class: 'line person pending' }, bubble);
  return {
    element,
    /** @param {string} reason @param {{ again: () => void, drop: () => void }} ways */
    fail(reason, ways) {
      element.classList.add('failed');
      note.replaceChildren(
        make('span', { role: 'alert' }, `${words.notSent} ${reason} `),
        make('button', { type: 'button', class: 'quiet', onclick: ways.again }, words.again),
        make('button', { type: 'button', class: 'quiet', onclick: ways.drop }, words.drop),
      );
    },
    retry() {
      element.classList.remove('failed');
      note.textContent = words.sending;
    },
  };
}

/** Whether the choices answer a question, rather than being commands that hold at any time. @param {Line} line */
export function asksSomething(line) {
  return line.choices.some((row) => row.some((choice) => !choice.value.startsWith('/')));
}

/** @param {Line} line @param {LineActions} actions */
function renderChoices(line, actions) {
  const rows = line.choices.map((row) =>
    make(
      'div',
      { class: 'choice-row' },
      ...row.map((choice) =>
        make(
          'button',
          { type: 'button', class: 'choice', onclick: () => actions.onPick(line, choice) },
          make('span', {}, choice.label),
        ),
      ),
    ),
  );
  return make('div', { class: 'choices', role: 'group', 'aria-label': words.choices }, ...rows);
}

/** A picture is shown, any file can be fetched; one of an earlier release is only named. @param {import('../../rehearsal.ts').LineFile} file */
function renderFile({ name, url, size, isPicture }) {
  if (url === '') return make('p', { class: 'file' }, make('span', { class: 'file-name' }, name));
  if (isPicture)
    return make(
      'a',
      { class: 'picture', href: url, target: '_blank' },
      make('img', { src: url, alt: name, loading: 'lazy' }),
    );
  return make(
    'a',
    { class: 'file', href: url, download: name },
    make('span', { class: 'file-name' }, name),
    make('span', { class: 'file-do' }, `${words.download} (${words.size(size)})`),
  );
}
