import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/store/audit.ts';
import type { Db } from '../../src/store/database.ts';
import { openDatabase } from '../../src/store/database.ts';

function written(): { db: Db; audit: ReturnType<typeof createAudit> } {
  const db = openDatabase(':memory:');
  const audit = createAudit(db);
  audit.add(1000, null, 'invite', 'HBG', { role: 'liaison' });
  audit.add(2000, null, 'submit', 'task:1', { version: 1 });
  audit.add(3000, null, 'waive', 'task:2', { reason: 'Đơn vị đã sáp nhập' });
  return { db, audit };
}

describe('the audit as a chain', () => {
  it('holds as written, and its head changes with every entry', () => {
    const { audit } = written();
    const before = audit.head();
    expect(audit.check()).toEqual({ entries: 3, head: before, broken: null });
    audit.add(4000, null, 'announce', 'notice:1');
    expect(audit.head()).not.toBe(before);
    expect(audit.check()).toMatchObject({ entries: 4, broken: null });
  });

  it.each([
    ['a changed time', 'UPDATE audit SET at = at + 1 WHERE id = 2'],
    ['a changed action', "UPDATE audit SET action = 'accept' WHERE id = 2"],
    ['a changed byte of the detail', "UPDATE audit SET detail = replace(detail, '1', '2') WHERE id = 2"],
    ['another hash', "UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE id = 2"],
    ['no hash', 'UPDATE audit SET hash = NULL WHERE id = 2'],
  ])('shows %s at the entry itself', (_what, sql) => {
    const { db, audit } = written();
    db.exec(sql);
    expect(audit.check()).toMatchObject({ entries: 1, broken: { id: 2 } });
  });

  it('shows a removed entry at the next one', () => {
    const { db, audit } = written();
    db.exec('DELETE FROM audit WHERE id = 2');
    expect(audit.check()).toMatchObject({ entries: 1, broken: { id: 3, action: 'waive' } });
  });

  it('shows entries cut off at the end by an older head', () => {
    const { db, audit } = written();
    const head = audit.head();
    db.exec('DELETE FROM audit WHERE id = 3');
    expect(audit.check().broken).toBeNull();
    expect(audit.head()).not.toBe(head);
  });

  it('takes up the entries of a release that had no chain', () => {
    const { db } = written();
    db.exec('UPDATE audit SET hash = NULL');
    const audit = createAudit(db);
    expect(audit.check()).toMatchObject({ entries: 3, broken: null });
    audit.add(4000, null, 'announce', 'notice:1');
    expect(audit.check()).toMatchObject({ entries: 4, broken: null });
  });
});
