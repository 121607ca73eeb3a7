import { make } from './dom.js';
import { words } from './words.js';

/** @typedef {import('../../../wording/rich-text.ts').RichText} RichText */

/**
 * Lays a text out. Code of several lines becomes a block with its own buttons; text is never read as markup.
 * @param {RichText} text
 * @param {{ onCopy: (text: string, block: HTMLElement) => void, onCopyIntoInput: (text: string) => void }} actions
 * @returns {DocumentFragment}
 */
export function renderText(text, actions) {
  const fragment = document.createDocumentFragment();
  text.forEach((span, index) => {
    if (typeof span === 'string')
      fragment.append(...withLinks(trimBesideBlock(span, text[index - 1], text[index + 1])));
    else if ('b' in span) fragment.append(make('strong', {}, span.b));
    else if (span.code.includes('\n')) fragment.append(renderBlock(span.code, actions));
    else fragment.append(make('code', {}, span.code));
  });
  return fragment;
}

/** Addresses can be opened, as the apps do it. @param {string} text @returns {(string | HTMLElement)[]} */
function withLinks(text) {
  return text
    .split(/(https?:\/\/[^\s]+)/u)
    .map((part, index) =>
      index % 2 === 0 ? part : make('a', { href: part, target: '_blank', rel: 'noopener' }, part),
    );
}

/** @param {string} code @param {Parameters<typeof renderText>[1]} actions */
function renderBlock(code, actions) {
  const block = make('pre', { tabIndex: 0 }, make('code', {}, code));
  return make(
    'div',
    { class: 'block' },
    block,
    make(
      'div',
      { class: 'block-actions' },
      make('button', { type: 'button', class: 'quiet', onclick: () => actions.onCopy(code, block) }, words.copy),
      make(
        'button',
        { type: 'button', class: 'quiet', onclick: () => actions.onCopyIntoInput(code) },
        words.copyIntoInput,
      ),
    ),
  );
}

/**
 * A block stands on lines of its own, so the line break next to it would be an empty line.
 * @param {string} text
 * @param {RichText[number] | undefined} before
 * @param {RichText[number] | undefined} after
 */
function trimBesideBlock(text, before, after) {
  const start = isBlock(before) ? text.replace(/^\n+/, '') : text;
  return isBlock(after) ? start.replace(/\n+$/, '') : start;
}

/** @param {RichText[number] | undefined} span */
function isBlock(span) {
  return typeof span === 'object' && 'code' in span && span.code.includes('\n');
}
