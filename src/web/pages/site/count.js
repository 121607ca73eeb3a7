// @ts-check
/* Says how much of a text may still be typed once it comes near its limit, and how much is too much beyond it. */

/** From so many characters before the limit on; of a short text the last quarter. */
const NEAR = 300;

for (const field of document.querySelectorAll('[data-limit]')) {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) continue;
  const limit = Number(field.dataset.limit);
  /** @type {{ left: string, over: string }} */
  const words = JSON.parse(field.dataset.words ?? '{}');
  const line = document.createElement('p');
  line.className = 'count';
  line.setAttribute('role', 'status');
  field.after(line);
  const count = () => {
    // As the server counts: a new line is one character there.
    const left = limit - field.value.trim().length;
    line.textContent =
      left > Math.min(NEAR, limit / 4) ? '' : (left < 0 ? words.over : words.left).replace('#', String(Math.abs(left)));
    line.classList.toggle('fault', left < 0);
  };
  field.addEventListener('input', count);
  count();
}

export {};
