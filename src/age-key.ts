import { createPrivateKey, createPublicKey } from 'node:crypto';

/** Letters of bech32 (BIP 173), as age writes its keys (age-encryption.org/v1, X25519). */
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const SECRET = 'age-secret-key-';
const RECIPIENT = 'age';
const CHECK_LETTERS = 6;
/** What stands before the 32 bytes of a private X25519 key in DER (RFC 8410). */
const DER_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const KEY_BYTES = 32;

/** Whether it is a whole secret key of age: a mistyped letter is found by its check letters. */
export function isAgeKey(text: string): boolean {
  return secretIn(text) !== null;
}

/** The public half, to which a copy is encrypted: `age1…`. Throws where it is no secret key. */
export function recipientOf(key: string): string {
  const secret = secretIn(key);
  if (secret === null) throw new Error('not a secret key of age');
  const der = Buffer.concat([DER_HEAD, secret]);
  const spki = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({
    format: 'der',
    type: 'spki',
  });
  return encode(RECIPIENT, spki.subarray(-KEY_BYTES));
}

/** The key of 32 bytes by chance, as `age-keygen` writes it. */
export function ageKeyOf(bytes: Uint8Array): string {
  if (bytes.length !== KEY_BYTES) throw new Error('a key of age has 32 bytes');
  return encode(SECRET, bytes).toUpperCase();
}

function secretIn(text: string): Buffer | null {
  const typed = text.toLowerCase();
  if (text !== text.toUpperCase() || !typed.startsWith(`${SECRET}1`)) return null;
  const values = [...typed.slice(SECRET.length + 1)].map((letter) => LETTERS.indexOf(letter));
  if (values.includes(-1) || checkOf([...spread(SECRET), ...values]) !== 1) return null;
  const bytes = regroup(values.slice(0, -CHECK_LETTERS), 5, 8).slice(0, KEY_BYTES);
  return bytes.length === KEY_BYTES ? Buffer.from(bytes) : null;
}

function encode(head: string, bytes: Uint8Array): string {
  const values = regroup([...bytes], 8, 5);
  const check = checkOf([...spread(head), ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  const letters = Array.from({ length: CHECK_LETTERS }, (_, at) => (check >> (5 * (CHECK_LETTERS - 1 - at))) & 31);
  return `${head}1${[...values, ...letters].map((value) => LETTERS[value]).join('')}`;
}

function spread(head: string): number[] {
  const codes = [...head].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function checkOf(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [at, part] of GENERATOR.entries()) if ((top >> at) & 1) check ^= part;
  }
  return check;
}

/** Bits in groups of another size; what is left over is filled with zeros when they get smaller, and dropped when they get larger. */
function regroup(values: readonly number[], from: number, to: number): number[] {
  const groups: number[] = [];
  let [held, count] = [0, 0];
  for (const value of values) {
    held = ((held << from) | value) & 0xfff;
    count += from;
    while (count >= to) {
      count -= to;
      groups.push((held >> count) & ((1 << to) - 1));
    }
  }
  if (to < from && count > 0) groups.push((held << (to - count)) & ((1 << to) - 1));
  return groups;
}
