// @ts-check
/* Keeps the board up to date: one stream says that something was done, and the page is fetched again. Without it the page is as it was opened. */

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

  const isBusy = () => document.activeElement !== null && document.activeElement.closest('#content') !== null;

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
