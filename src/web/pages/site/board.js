// @ts-check
/* Keeps the board up to date: one stream says that something was done, and the page is fetched again. Without it the page is as it was opened. */

/** Whether something was typed, chosen or opened that fetching the page again would throw away. @param {Element | null} content */
function isHalfDone(content) {
  if (content === null) return false;
  if (content.querySelector('.board-form details[open]') !== null) return true;
  return [...content.querySelectorAll('input, textarea, option')].some((field) => {
    if (field instanceof HTMLInputElement)
      return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    return field instanceof HTMLOptionElement && isMoved(field);
  });
}

/** A list without a chosen option starts on its first. @param {HTMLOptionElement} option */
function isMoved(option) {
  const list = option.closest('select');
  const hasDefault = list !== null && [...list.options].some(({ defaultSelected }) => defaultSelected);
  return option.selected !== (hasDefault ? option.defaultSelected : option.index === 0);
}

// Whoever reads by ear begins with what was done, or with what stands in the way.
addEventListener('load', () => {
  const told = document.querySelector('#problems, #done');
  if (told instanceof HTMLElement) told.focus();
});

const main = document.querySelector('#main');
const live = document.querySelector('#live');

if (main instanceof HTMLElement && live !== null) {
  const words = JSON.parse(main.dataset.words ?? '{}');
  const events = new EventSource(main.dataset.events ?? '');
  let isStale = false;
  let isFetching = false;

  const refresh = async () => {
    // Whoever is at a field or a button goes on undisturbed; the change comes after.
    if (isFetching || isBusy()) return;
    isFetching = true;
    isStale = false;
    try {
      const response = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (response.status === 401) return end();
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const next = page.querySelector('#content');
      const content = document.querySelector('#content');
      if (next === null || content === null) return;
      const places = [...content.querySelectorAll('.table-frame')].map(({ scrollLeft, scrollTop }) => ({
        scrollLeft,
        scrollTop,
      }));
      content.replaceWith(next);
      for (const [at, frame] of [...next.querySelectorAll('.table-frame')].entries())
        Object.assign(frame, places[at] ?? {});
      live.textContent = `${words.updated} ${new Date().toLocaleTimeString('vi-VN')}`;
    } catch {
      isStale = true;
    } finally {
      isFetching = false;
    }
  };

  const isBusy = () => document.activeElement?.closest('#content') || isHalfDone(document.querySelector('#content'));

  const end = () => {
    events.close();
    live.textContent = words.over;
  };

  events.addEventListener('change', () => {
    isStale = true;
    void refresh();
  });
  events.addEventListener('over', end);
  events.addEventListener('error', () => {
    live.textContent = words.offline;
  });
  events.addEventListener('open', () => {
    if (live.textContent !== words.offline) return;
    live.textContent = '';
    isStale = true;
    void refresh();
  });
  addEventListener('focusout', () => {
    setTimeout(() => {
      if (isStale) void refresh();
    });
  });
}
