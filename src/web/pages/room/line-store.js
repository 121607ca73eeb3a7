/** @typedef {import('./api.js').Line} Line */

/** Every line the page knows, by chat, in order. A line that comes twice is kept once. */
export function createLineStore() {
  /** @type {Map<string, Line[]>} */
  const byChat = new Map();
  let lastId = 0;

  return {
    lastId: () => lastId,
    /** @param {string} chat @returns {readonly Line[]} */
    of: (chat) => byChat.get(chat) ?? [],
    /** @param {Line} line @returns {'known' | 'last' | 'between'} where it went */
    add(line) {
      const lines = byChat.get(line.chat) ?? [];
      byChat.set(line.chat, lines);
      lastId = Math.max(lastId, line.id);
      const next = lines.findIndex((other) => other.id >= line.id);
      if (next === -1) {
        lines.push(line);
        return 'last';
      }
      if (lines[next]?.id === line.id) return 'known';
      lines.splice(next, 0, line);
      return 'between';
    },
    clear() {
      byChat.clear();
      lastId = 0;
    },
  };
}
