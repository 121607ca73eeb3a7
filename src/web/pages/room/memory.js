/** What this browser tab remembers over a reload: who is shown where, what is unread, how far it has read. */

/** @typedef {{ lastId: number, unread: Record<string, number>, shown: Record<string, string>, tab: string }} Memory */

const KEY = 'phong-dien-tap';
const INTRO_KEY = 'phong-dien-tap-da-doc-huong-dan';

/** @returns {Memory} */
export function recall() {
  const blank = { lastId: 0, unread: {}, shown: {}, tab: 'liaison' };
  try {
    return { ...blank, ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') };
  } catch {
    return blank;
  }
}

/** @param {Memory} memory */
export function remember(memory) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

export function isIntroRead() {
  try {
    return localStorage.getItem(INTRO_KEY) !== null;
  } catch {
    return false;
  }
}

export function markIntroRead() {
  try {
    localStorage.setItem(INTRO_KEY, '1');
  } catch {
    // It will be shown again; no harm.
  }
}
