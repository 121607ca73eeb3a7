// @ts-check
/* Keeps the board up to date: one stream says that something was done since the page was made, and the page is fetched again. */

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

/** The browser's own retry gives up on some answers (a proxy's error page, while the bot is started anew). */
const RETRY_MS = 3_000;

if (main instanceof HTMLElement && live !== null) {
  const words = JSON.parse(main.dataset.words ?? '{}');
  /** @type {EventSource} */
  let events;
  let isStale = false;
  let isFetching = false;

  const refresh = async () => {
    // Whoever is at a field or a button goes on undisturbed; the change comes after.
    if (isFetching || isBusy()) return;
    isFetching = true;
    isStale = false;
    const isShown = await fetchAgain().catch(() => false);
    isFetching = false;
    // What was done while it was on its way is not on it.
    if (isShown && isStale) void refresh();
    isStale ||= !isShown;
  };

  /** Whether the page is up to date with what was asked for. */
  const fetchAgain = async () => {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (response.status === 401) end();
    if (!response.ok) return false;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const next = page.querySelector('#content');
    const content = document.querySelector('#content');
    // Somebody may have begun to type meanwhile.
    if (next === null || content === null || isBusy()) return false;
    const places = [...content.querySelectorAll('.table-frame')].map(({ scrollLeft, scrollTop }) => ({
      scrollLeft,
      scrollTop,
    }));
    content.replaceWith(next);
    for (const [at, frame] of [...next.querySelectorAll('.table-frame')].entries())
      Object.assign(frame, places[at] ?? {});
    // The page's own time, in words of the bot: the browser's clock may be another one.
    live.textContent = `${words.updated} ${next instanceof HTMLElement ? (next.dataset.at ?? '') : ''}`;
    return true;
  };

  const isBusy = () => document.activeElement?.closest('#content') || isHalfDone(document.querySelector('#content'));

  const end = () => {
    events.close();
    live.textContent = words.over;
  };

  const listen = () => {
    events = new EventSource(main.dataset.events ?? '');
    events.addEventListener('change', () => {
      isStale = true;
      void refresh();
    });
    events.addEventListener('over', end);
    events.addEventListener('error', () => {
      live.textContent = words.offline;
      if (events.readyState === EventSource.CLOSED) setTimeout(listenAgain, RETRY_MS);
    });
    events.addEventListener('open', () => {
      if (live.textContent === words.offline) live.textContent = '';
      if (isStale) void refresh();
    });
  };

  const listenAgain = async () => {
    const { status } = await fetch(main.dataset.events ?? '', { method: 'HEAD' }).catch(() => ({ status: 0 }));
    if (status === 401) end();
    else listen();
  };

  listen();
  addEventListener('focusout', () => {
    setTimeout(() => {
      if (isStale) void refresh();
    });
  });
}
