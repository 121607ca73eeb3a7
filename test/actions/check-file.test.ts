import { describe, expect, it } from 'vitest';
import { renamePerson } from '../../src/actions/change-profile.ts';
import { checkFile } from '../../src/actions/check-file.ts';
import { createBench } from '../support/bot-bench.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('a file that is taken', () => {
  it('is offered under the ending of what it is', async () => {
    expect(await checkFile('../anh\u202egpj.exe', PDF)).toMatchObject({ name: 'anhgpj.exe.pdf' });
    expect(await checkFile('bao-cao.docx', PDF)).toMatchObject({ name: 'bao-cao.pdf' });
  });

  it('is named cleanly when it is refused, too', async () => {
    expect(await checkFile('mau.docx', Buffer.from('PK\u0003\u0004 cut short'))).toEqual({
      fault: 'damaged',
      name: 'mau.docx',
    });
    expect(await checkFile('anh.zip', Buffer.from('PK\u0003\u0004 cut short'))).toMatchObject({ fault: 'wrong-type' });
    expect(await checkFile('a/\u202ela.exe', Buffer.from('MZ'))).toEqual({ fault: 'wrong-type', name: 'la.exe' });
  });
});

describe('a person', () => {
  it('keeps the name they had when the new one has no letter', () => {
    const { store, clock, bot } = createBench();
    const { desk } = bot();
    const person = store.transact(() => store.people.add('An', clock.now(), '1'));
    expect(renamePerson(desk, person, '\u200b12\ud800', clock.now())).toBeNull();
    expect(store.people.find(person)?.name).toBe('An');
    expect(renamePerson(desk, person, 'Bi\u0300nh\u202e', clock.now())).toBe('Bình');
  });
});
