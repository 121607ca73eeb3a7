import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import type { Desk } from './desk.ts';

/** The key that was made here, as hexadecimal digits: where the operator gave none. */
const OWN_KEY = 'receipt_key';
/** Which keys receipts were sealed with, oldest first: JSON. */
const KEYS_USED = 'receipt_keys_used';

interface KeyUsed {
  /** The beginning of the key's hash: it tells keys apart and gives none away. */
  print: string;
  since: Instant;
}

/**
 * The key by which receipts prove themselves: the operator's, else one that is made once and stays with the database and its copies.
 * Notes from when on it is used, so that a restored database knows whether it has the key of what it lost.
 */
export function readyReceiptKey(desk: Pick<Desk, 'store' | 'random' | 'receiptKey'>, now: Instant): string {
  const { store, random } = desk;
  const found = desk.receiptKey ?? store.facts.get(OWN_KEY);
  if (found !== null && keysUsed(desk).at(-1)?.print === printOf(found)) return found;
  return store.transact(() => {
    const key = found ?? random.bytes(32).toString('hex');
    if (found === null) store.facts.set(OWN_KEY, key);
    store.facts.set(KEYS_USED, JSON.stringify([...keysUsed(desk), { print: printOf(key), since: now }]));
    return key;
  });
}

/**
 * The keys a receipt may have been sealed with that a database restored at that moment does not know; null: the one in force before
 * is not here (a setting that was lost with the machine, a copy older than the key), and nobody can tell genuine from forged.
 */
export function keysBefore(desk: Pick<Desk, 'store' | 'receiptKey'>, restoredAt: Instant): string[] | null {
  const here = [desk.receiptKey, desk.store.facts.get(OWN_KEY)].filter((key) => key !== null);
  const inForce = keysUsed(desk)
    .filter(({ since }) => since < restoredAt)
    .at(-1);
  return here.some((key) => printOf(key) === inForce?.print) ? here : null;
}

function keysUsed({ store }: Pick<Desk, 'store'>): KeyUsed[] {
  return JSON.parse(store.facts.get(KEYS_USED) ?? '[]') as KeyUsed[];
}

function printOf(key: string): string {
  return createHash('sha256').update(`receipt key ${key}`).digest('hex').slice(0, 12);
}
