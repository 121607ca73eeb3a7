export const COUNTS = [
  'hoi_nghi',
  'nguoi_du',
  'tin_bai',
  'phat_thanh',
  'cong_ttdt',
  'mang_xa_hoi',
  'truc_quan',
] as const;
export type CountKey = (typeof COUNTS)[number];
export const TEXTS = ['ket_qua', 'vuong_mac', 'kien_nghi'] as const;
export type TextKey = (typeof TEXTS)[number];
export type Key = CountKey | 'kinh_phi' | TextKey;
export const KEYS: readonly Key[] = [...COUNTS, 'kinh_phi', ...TEXTS];

export type Truth =
  | { kind: 'value'; value: number }
  /** "không có": zero, or empty where the person is told that it stays empty. */
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  /** Cannot be told from the words: a careful clerk asks, whatever is offered with the question. */
  | { kind: 'ask' }
  /** Either reading is defensible, so nothing is judged. */
  | { kind: 'free' };

export interface Piece {
  text: string;
  /** Which production made it, to group failures by. */
  rule: string;
  truth: Partial<Record<Key, Truth>>;
  /** Words that carry news: they must be shown, asked about or named as not understood. */
  news: string[];
  /** It must close the message, or be followed by a hard separator. */
  open?: true;
  /** It cannot stand alone in a message: greetings, talk. */
  talk?: true;
}

export interface Message {
  seed: number;
  text: string;
  pieces: Piece[];
  truth: Partial<Record<Key, Truth>>;
}

export const value = (number: number): Truth => ({ kind: 'value', value: number });
export const ASK: Truth = { kind: 'ask' };
export const NONE: Truth = { kind: 'none' };
