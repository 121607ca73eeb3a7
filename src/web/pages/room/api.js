import { words } from './words.js';

/** @typedef {import('../../rehearsal.ts').Persona} Persona */
/** @typedef {import('../../rehearsal.ts').Line} Line */
/** @typedef {import('../../rehearsal.ts').RoomState & { personas: readonly Persona[] }} RoomState */
/** @typedef {{ text?: string, picked?: { value: string, label: string, line: number }, file?: File }} Message */

/** A request that did not do its work; the message is a sentence for the person. */
class RequestFailed extends Error {}

/** @returns {Promise<RoomState>} */
export function loadState() {
  return request('/rehearsal/state');
}

/** @param {string} chat @param {number} after @returns {Promise<readonly Line[]>} */
export async function loadLines(chat, after) {
  const { lines } = await request(`/rehearsal/chats/${encodeURIComponent(chat)}/lines?after=${after}`);
  return lines;
}

/** @param {string} chat @param {Message} message */
export function postMessage(chat, { text, picked, file }) {
  const path = `/rehearsal/chats/${encodeURIComponent(chat)}/messages`;
  if (file === undefined) return request(path, json(picked === undefined ? { text } : { picked }));
  const body = new FormData();
  body.append('file', file, file.name);
  if (text !== undefined && text !== '') body.append('text', text);
  return request(path, { method: 'POST', body });
}

/** @param {string} to @param {boolean} sleep @returns {Promise<{ now: string, sent: number }>} */
export function moveClock(to, sleep) {
  return request('/rehearsal/clock', json(sleep ? { to, sleep } : { to }));
}

/** @param {object} body @returns {RequestInit} */
function json(body) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** @param {string} path @param {RequestInit} [init] */
async function request(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new RequestFailed(words.unreachable);
  });
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) throw new RequestFailed(body?.error ?? words.unreachable);
  return body;
}
