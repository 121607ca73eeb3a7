const SHOWN_MS = 5_000;

/**
 * Says a short sentence for a moment, to eyes and to screen readers.
 * @param {HTMLElement} element
 * @returns {(text: string) => void}
 */
export function createToast(element) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (text) => {
    clearTimeout(timer);
    element.textContent = text;
    element.classList.add('shown');
    timer = setTimeout(() => element.classList.remove('shown'), SHOWN_MS);
  };
}
