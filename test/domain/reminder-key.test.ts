import { describe, expect, it } from 'vitest';
import { causeOf, ROW_CAUSES, reminderKey, rowOf } from '../../src/domain/reminder-key.ts';

describe('the key of a reminder', () => {
  it.each(ROW_CAUSES)('%s: names its cause and its row', (cause) => {
    const key = reminderKey(cause, 12);
    expect(causeOf(key)).toBe(cause);
    for (const other of ROW_CAUSES) expect(rowOf(key, other)).toBe(other === cause ? 12 : null);
  });

  it.each(['L-5', 'L', 'L-15h', 'T+1', 'nudge', 'nudge-x', 'renudge-3', 'asked-3'])('%s is a milestone', (key) => {
    expect(causeOf(key)).toBe('milestone');
  });

  it('names the first word about a report that is asked for once', () => {
    expect(causeOf('asked')).toBe('asked');
  });
});
