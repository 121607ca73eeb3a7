import { describe, expect, it } from 'vitest';
import { beginErasure, eraseOverdue } from '../../src/actions/finish-erasures.ts';
import {
  chooseUnit,
  closeMeeting,
  confirmGuests,
  enterMeeting,
  meetingOf,
  openMeeting,
  strikeGuests,
  waitingGuests,
} from '../../src/actions/meeting.ts';
import { readStrike } from '../../src/language/change/strike-words.ts';
import { searchUnits } from '../../src/understanding/find-unit.ts';
import { createBench, FROZEN_PLAN } from '../support/bot-bench.ts';

const DAY = 24 * 3600_000;
const REFUSED = { ok: false, problem: { problem: 'not-allowed' } };

function scene() {
  const bench = createBench();
  const { desk } = bench.bot();
  const { store } = bench;
  const now = bench.clock.now();
  const chair = { person: bench.join('coordinator').person, at: now };
  const opened = openMeeting(desk, chair, 4);
  if (!opened.ok) throw new Error('not opened');
  const meeting = opened.value;
  const guest = (address: string, unit: string, at = now): number => {
    const chat = store.chats.meet('telegram', '1', address, 'private', at);
    const { person } = enterMeeting(desk, chat, meeting.id, address, at);
    chooseUnit(desk, { person, at }, meeting.id, unit);
    return person;
  };
  return { bench, desk, store, now, chair, meeting, guest };
}

describe('a meeting', () => {
  it('is opened, confirmed, struck and closed by coordinators alone', () => {
    const { bench, desk, store, now, meeting, guest } = scene();
    const an = guest('an', 'HBG');
    const others = [
      bench.join('liaison', 'HCG').person,
      bench.join('leader', 'HCG').person,
      bench.join('staff', 'HCG').person,
      an,
    ];
    for (const person of others) {
      const act = { person, at: now };
      expect(openMeeting(desk, act, 4)).toEqual(REFUSED);
      expect(confirmGuests(desk, act, now)).toEqual(REFUSED);
      expect(strikeGuests(desk, act, now, [1])).toEqual(REFUSED);
      expect(closeMeeting(desk, act, meeting.id)).toEqual(REFUSED);
    }
    expect(store.people.memberships(an)).toEqual([]);
  });

  it('lets nobody in before the code was typed right, after its time, or when it was closed', () => {
    const { bench, desk, store, now, chair, meeting } = scene();
    const chat = store.chats.meet('telegram', '1', 'an', 'private', now);
    const code = meeting.code ?? '';
    expect(meetingOf(desk, chat, `${code.slice(0, 5)} ${code.slice(5).toLowerCase()}`, now)?.id).toBe(meeting.id);
    expect(meetingOf(desk, chat, code.slice(1), now)).toBeNull();
    expect(meetingOf(desk, { ...chat, lockedUntil: now + 1 }, code, now)).toBeNull();
    expect(meetingOf(desk, { ...chat, kind: 'group' }, code, now)).toBeNull();
    expect(meetingOf(desk, chat, code, now + 4 * 3600_000)).toBeNull();
    expect(closeMeeting(desk, chair, meeting.id)).toEqual({ ok: true, value: true });
    expect(closeMeeting(desk, chair, meeting.id)).toEqual({ ok: true, value: false });
    expect(meetingOf(desk, chat, code, now)).toBeNull();
    expect(bench.store.meetings.current(now)).toBeNull();
  });

  it('takes one place for one person, however often they scan, and the last unit they chose', () => {
    const { desk, now, meeting, guest } = scene();
    const an = guest('an', 'HBG');
    expect(guest('an', 'HCG')).toBe(an);
    expect(waitingGuests(desk).chosen.map(({ name, unit }) => `${name} ${unit}`)).toEqual(['an HCG']);
    expect(chooseUnit(desk, { person: an, at: now }, meeting.id, 'SKHCN')).toMatchObject({ ok: false });
    expect(chooseUnit(desk, { person: an, at: now }, meeting.id, 'XYZ')).toMatchObject({ ok: false });
  });

  it('confirms only what was shown: who changed their unit since waits on', () => {
    const { desk, store, now, chair, guest } = scene();
    const an = guest('an', 'HBG');
    const mai = guest('mai', 'HCG');
    guest('mai', 'HGL', now + 2);
    expect(confirmGuests(desk, { ...chair, at: now + 3 }, now + 1)).toEqual({
      ok: true,
      value: { confirmed: 1, later: 1 },
    });
    expect(store.people.memberships(an)).toEqual([{ role: 'liaison', unit: 'HBG' }]);
    expect(store.people.memberships(mai)).toEqual([]);
    expect(strikeGuests(desk, chair, now + 1, [2])).toEqual({ ok: true, value: [] });
  });

  it('confirms once when two coordinators press at once, and nobody moves after it', () => {
    const { bench, desk, store, now, chair, meeting, guest } = scene();
    const an = guest('an', 'HBG');
    const second = { person: bench.join('coordinator', null, { chat: 'second' }).person, at: now };
    expect(confirmGuests(desk, chair, now)).toMatchObject({ value: { confirmed: 1 } });
    expect(confirmGuests(desk, second, now)).toMatchObject({ value: { confirmed: 0 } });
    expect(strikeGuests(desk, second, now, [1])).toEqual({ ok: true, value: [] });
    expect(chooseUnit(desk, { person: an, at: now }, meeting.id, 'HCG')).toMatchObject({
      problem: { problem: 'not-waiting' },
    });
    expect(store.people.memberships(an)).toEqual([{ role: 'liaison', unit: 'HBG' }]);
  });

  it('forgets whom it struck out, but not a member who came for a second unit', () => {
    const { bench, desk, store, now, chair, guest } = scene();
    const member = bench.join('liaison', 'HCG', { chat: 'mai', name: 'Mai' });
    const la = guest('la', 'HBG');
    expect(guest('mai', 'HGL')).toBe(member.person);
    expect(strikeGuests(desk, chair, now, [1, 2])).toEqual({ ok: true, value: ['la', 'Mai'] });
    expect(store.people.find(la)).toMatchObject({ name: '', withdrawnAt: now });
    expect(store.people.find(member.person)?.name).toBe('Mai');
    expect(store.people.memberships(member.person)).toEqual([{ role: 'liaison', unit: 'HCG' }]);
  });

  it('forgets whoever was never confirmed after a month, and anybody who withdraws', () => {
    const { desk, store, now, guest } = scene();
    const an = guest('an', 'HBG');
    const mai = guest('mai', 'HCG');
    beginErasure(store, mai, now);
    expect(waitingGuests(desk).chosen.map(({ person }) => person)).toEqual([an]);
    expect(eraseOverdue(store, now + 29 * DAY).people).toBe(0);
    expect(eraseOverdue(store, now + 31 * DAY).people).toBe(1);
    expect(store.people.find(an)?.name).toBe('');
  });
});

describe('one’s own unit, as people say it', () => {
  const units = FROZEN_PLAN.units.filter((unit) => !unit.compiles);
  it.each([
    ['HBG', ['HBG']],
    ['binh giang', ['HBG']],
    ['dạ em ở Bình Giang ạ', ['HBG']],
    ['UBND huyện Bình Giang', ['HBG']],
    ['so nong nghiep va moi truong', ['SNNMT']],
    ['sở nnmt', ['SNNMT']],
    ['tp hai duong', ['TPHD']],
    ['bao hai duong', ['BAOHD']],
    ['em công tác tại sở y tế', ['SYT']],
    ['huyện thanh', ['HKT', 'HTHA', 'HTM']],
    ['', []],
    ['???', []],
  ])('%s', (typed, codes) => {
    expect(searchUnits(typed, units)).toMatchObject({ found: codes.map((code) => ({ code })) });
  });

  it('spelt nearly right is offered, never taken', () => {
    expect(searchUnits('hyện thanh miệm', units)).toMatchObject({ near: true, found: [{ code: 'HTM' }] });
    expect(searchUnits('xyz abc', units)).toEqual({ near: true, found: [] });
  });
});

it.each([
  ['bỏ 3, 7', [3, 7]],
  ['bo 3 7', [3, 7]],
  ['gạch số 3 và #7 nhé', [3, 7]],
  ['trừ 3-5', [3, 4, 5]],
  ['bỏ', null],
  ['bỏ đi', null],
  ['3, 7', null],
  ['bỏ người lạ', null],
])('striking out: %s', (text, numbers) => expect(readStrike(text)).toEqual(numbers));
