import { find } from './dom.js';

/** @typedef {'liaison' | 'coordinator' | 'staff'} Group */

/** @type {readonly Group[]} */
export const GROUPS = ['liaison', 'coordinator', 'staff'];

/**
 * One pane at a time where there is no room for three. On a wide screen all are there and the tabs are not.
 * @param {string} first
 * @param {(group: Group) => void} onShown
 */
export function createTabs(first, onShown) {
  const wide = matchMedia('(min-width: 1000px)');
  let current = GROUPS.find((group) => group === first) ?? 'liaison';

  const draw = () => {
    for (const group of GROUPS) {
      const [tab, pane] = [find(`#tab-${group}`), find(`#pane-${group}`)];
      const isShown = wide.matches || group === current;
      tab.setAttribute('aria-selected', String(group === current));
      tab.tabIndex = group === current ? 0 : -1;
      pane.hidden = !isShown;
      pane.setAttribute('role', wide.matches ? 'region' : 'tabpanel');
      if (isShown) onShown(group);
    }
  };
  /** @param {Group} group */
  const choose = (group) => {
    current = group;
    draw();
  };

  find('#tabs').addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    choose(GROUPS[(GROUPS.indexOf(current) + step + GROUPS.length) % GROUPS.length] ?? current);
    find(`#tab-${current}`).focus();
  });
  for (const group of GROUPS) find(`#tab-${group}`).addEventListener('click', () => choose(group));
  wide.addEventListener('change', draw);

  return {
    start: draw,
    choose,
    current: () => current,
    /** @param {Group} group */
    isVisible: (group) => wide.matches || group === current,
  };
}
