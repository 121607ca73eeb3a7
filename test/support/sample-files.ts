const PDF = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');
const JPG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

/** The least that is recognised as each type. */
const CONTENT: Readonly<Record<string, Buffer>> = {
  pdf: PDF,
  png: Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082', 'hex'),
  jpg: JPG,
  exe: Buffer.from('4d5a90000300000004000000ffff0000b800000000000000', 'hex'),
  txt: Buffer.from('Báo cáo tháng 11'),
  rỗng: Buffer.alloc(0),
};

export interface SampleFile {
  name: string;
  bytes: Buffer | null;
  size?: number;
}

/** `bao-cao.pdf`, `bao-cao.pdf = exe` (named one thing, being another), `= rỗng`, `= 25MB`, `= mất` (cannot be fetched). */
export function fileOf(text: string): SampleFile {
  const [name = '', what] = text.split(/\s*=\s*/u);
  if (what === 'mất') return { name, bytes: null, size: 1000 };
  if (what === '25MB') return { name, bytes: Buffer.alloc(0), size: 25 * 1024 * 1024 };
  const kind = what ?? name.split('.').at(-1) ?? '';
  const bytes = CONTENT[kind];
  if (bytes === undefined) throw new Error(`no sample of ${kind}`);
  return { name, bytes };
}

/** What a platform delivers and no bot can read, as a transcript calls it. */
export const UNREADABLE = new Map([
  ['(nhãn dán)', { unsupportedKind: 'sticker' as const }],
  ['(tin thoại)', { unsupportedKind: 'voice' as const }],
  ['(tin lạ)', {}],
]);
