import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, cleanName } from '../../src/domain/clean-name.ts';

const HOSTILE = fc.constantFrom(
  '\u202e',
  '\u200b',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u0301',
  '\u3164',
  '\u2800',
  '/',
  '\\',
  '..',
  '.',
  'ạ',
  'a',
  ' ',
  '👨‍👩‍👧',
  '\n',
  'con',
  '.pdf',
  '.exe',
  ':',
);
const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(HOSTILE, { maxLength: 300 }).map((parts) => parts.join('')),
);
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;
const lengthOf = (text: string) => [...new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)].length;

describe('a name', () => {
  it.each([
    ['  Nguyễn\u00a0 Văn\nAn ', 'Nguyễn Văn An'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['An\u202egpj.exe', 'Angpj.exe'],
    ['A\u200bn\u0000\ud800', 'An'],
    ['\u0301An', 'An'],
    ['a\u0301\u0301\u0301\u0301\u0301\u0301\u0301', 'á\u0301\u0301\u0301'],
    ['Lê 😀', 'Lê 😀'],
    ['12345', null],
    ['😀', null],
    ['\u3164\u200b \u2800', null],
    ['', null],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanName(typed)).toBe(kept);
  });

  it('is visible, short and the same when cleaned again, whatever was typed', () => {
    fc.assert(
      fc.property(TEXT, (typed) => {
        const name = cleanName(typed);
        if (name === null) return;
        expect(name).toBe(name.normalize('NFC').trim());
        expect(name).toMatch(/\p{L}/u);
        expect(name).not.toMatch(UNSEEN);
        expect(lengthOf(name)).toBeLessThanOrEqual(80);
        expect(cleanName(name)).toBe(name);
      }),
    );
  });

  it('is never cut inside a character', () => {
    expect(cleanName('e\u0302\u0323'.repeat(200))).toBe('ệ'.repeat(80));
  });
});

describe('a file name', () => {
  it.each([
    ['Báo cáo T11.PDF', 'pdf', 'Báo cáo T11.pdf'],
    ['anh.jpeg', 'jpg', 'anh.jpg'],
    ['hoa-don.exe', 'pdf', 'hoa-don.exe.pdf'],
    ['bao-cao.docx', 'pdf', 'bao-cao.pdf'],
    ['../../etc/passwd', 'png', 'passwd.png'],
    ['C:\\temp\\a.xlsx', 'xlsx', 'a.xlsx'],
    ['..', 'pdf', 'tep.pdf'],
    ['.htaccess', 'pdf', 'htaccess.pdf'],
    ['CON.pdf', 'pdf', 'tep-CON.pdf'],
    ['nul.txt', 'pdf', 'tep-nul.txt.pdf'],
    ['a<b>:c?.pdf', 'pdf', 'a_b__c_.pdf'],
    ['anh\u202egpj.exe', 'png', 'anhgpj.exe.png'],
    ['', 'pdf', 'tep.pdf'],
    ['.\u0308\u0301.pdfcon', 'pdf', 'pdfcon.pdf'],
    ['2026.pdf', 'pdf', '2026.pdf'],
    ['la.exe', null, 'la.exe'],
  ])('%j of type %s is kept as %j', (given, ending, kept) => {
    expect(cleanFileName(given, ending)).toBe(kept);
  });

  it('is no path, visible, short and ends with its type, whatever it was', () => {
    fc.assert(
      fc.property(TEXT, fc.constantFrom('pdf', 'png'), (given, ending) => {
        const name = cleanFileName(given, ending);
        expect(name).toMatch(new RegExp(`^[^./\\\\][^/\\\\]*\\.${ending}$`, 'u'));
        expect(name).not.toMatch(UNSEEN);
        expect(name).not.toMatch(/[<>:"|?*]|^(?:con|nul)\./iu);
        expect(lengthOf(name)).toBeLessThanOrEqual(110);
        expect(cleanFileName(name, ending)).toBe(name);
      }),
    );
  });
});
