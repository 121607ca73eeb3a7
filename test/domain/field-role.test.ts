import { describe, expect, it } from 'vitest';
import { fieldOfRole } from '../../src/domain/report-form.ts';

describe('the field of a form with a role', () => {
  it('is the one the plan says, whatever its key', () => {
    const fields = [{ key: 'van_ban' }, { key: 'so_ky_hieu', role: 'document' }] as const;
    expect(fieldOfRole(fields, 'document')).toBe(fields[1]);
  });

  it('is known by its former key in a plan that names no roles, and not where that field has another one', () => {
    expect(fieldOfRole([{ key: 'hoi_nghi' }, { key: 'vuong_mac' }], 'difficulty')).toEqual({ key: 'vuong_mac' });
    expect(fieldOfRole([{ key: 'vuong_mac', role: 'proposal' } as const], 'difficulty')).toBeNull();
    expect(fieldOfRole([{ key: 'hoi_nghi' }], 'results')).toBeNull();
  });
});
