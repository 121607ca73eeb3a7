import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import type { Situation } from '../../src/understanding/meaning.ts';
import { understand } from '../../src/understanding/understand.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const LIAISON: Situation = { ...planSituation(FROZEN_PLAN, COMMANDS, 'liaison', '2026-11-12'), ownUnits: ['HBG'] };
const COORDINATOR = planSituation(FROZEN_PLAN, COMMANDS, 'coordinator', '2026-11-12');
const STRANGER: Situation = { ...LIAISON, isMember: false, maySubmit: false };

describe('what a text means', () => {
  it.each([
    ['/nop t11 hoi_nghi=3', { do: 'command', name: 'nop', args: 't11 hoi_nghi=3' }],
    ['Nhiệm Vụ', { do: 'command', name: 'nhiemvu', args: '' }],
    ['/submit t11', { do: 'command', name: 'nop', args: 't11' }],
    ['/khongco', { do: 'unknown-command' }],
    ['không phát sinh', { do: 'report' }],
    ['hoi_nghi=3 ket_qua=Đã họp', { do: 'report' }],
    ['2', { do: 'stale-number' }],
    ['toi muon hoi', { do: 'suggest' }],
    ['tôi liên kết', { do: 'command', name: 'toi', args: 'liên kết' }],
    ['hủy báo cáo', { do: 'command', name: 'hoidap', args: 'hủy báo cáo' }],
    ['huỷ lấy lại', { do: 'command', name: 'huy', args: 'lấy lại' }],
    ['mời HBG', { do: 'command', name: 'moi', args: 'HBG' }],
    ['mời các anh chị dự họp', { do: 'suggest' }],
  ])('a liaison, nothing in hand: %j', (text, act) => {
    expect(understand(text, LIAISON).act).toEqual(act);
  });

  it.each([
    ['thông báo giúp em với', 'suggest', 'command'],
    ['đơn vị Bình Giang', 'suggest', 'command'],
    ['trời hôm nay đẹp', 'suggest', 'suggest'],
  ])('a sentence means only what the person may use: %j', (text, forLiaison, forCoordinator) => {
    expect(understand(text, LIAISON).act.do).toBe(forLiaison);
    expect(understand(text, COORDINATOR).act.do).toBe(forCoordinator);
  });

  it('a sentence that asks for something is answered by its command, with the period and unit it names', () => {
    expect(understand('đơn vị em đã gửi rồi', LIAISON).act).toEqual({ do: 'command', name: 'danhan', args: '' });
    expect(understand('tình hình nộp báo cáo tháng 10 thế nào', COORDINATOR).act).toEqual({
      do: 'command',
      name: 'tonghop',
      args: '2026-10',
    });
    expect(understand('Cẩm Giàng đã nộp chưa', COORDINATOR).act).toEqual({
      do: 'command',
      name: 'hoiviec',
      args: 'Cẩm Giàng đã nộp chưa',
    });
  });

  it.each([
    ['choice', 'giahan', 'gia hạn HCG đến 20/11 vì mất điện', 'giahan'],
    ['value', 'giahan', 'gia han HCG, HBG den 20/11 do mat dien', 'giahan'],
    ['value', 'giahan', 'cho HCG gia hạn đến 20/11 vì mất điện', null],
    ['choice', 'giahan', 'cho HCG gia hạn đến 20/11 vì mất điện', 'giahan'],
    ['choice', 'mien', 'gia hạn các huyện thêm 2 ngày', 'giahan'],
    ['choice', 'dondoc', 'miễn HBG tháng 11 vì sáp nhập', 'mien'],
    ['choice', 'giahan', 'đôn đốc các huyện', 'dondoc'],
    ['choice', 'giahan', 'tổng hợp tháng 10', 'tonghop'],
    ['choice', 'giahan', 'xuất tháng 10 word', 'xuat'],
    ['choice', 'giahan', 'thông báo cho các huyện: mai họp', 'thongbao'],
    ['choice', 'giahan', 'hoàn tác giúp em nhé', 'hoantac'],
    ['choice', 'giahan', 'ai chưa nộp báo cáo', 'tonghop'],
    ['choice', 'dondoc', 'cho em hỏi ai chưa nộp', 'tonghop'],
    ['choice', 'dondoc', 'em muốn hỏi chút ai chưa nộp ạ', 'tonghop'],
    // What only changes the decision in hand, or answers, is no order of its own.
    ['choice', 'giahan', 'gia hạn đến 22/11', null],
    ['value', 'giahan', 'gia hạn theo đề nghị của HBG', null],
    ['value', 'giahan', 'miễn là kịp kỳ họp', null],
    ['value', 'thongbao', 'Gia hạn HCG đến 20/11 vì mất điện', null],
    ['choice', 'thongbao', 'các đơn vị chưa nộp', null],
  ] as const)('in the middle of a dialog (%s, %s): %j is an order of its own: %s', (awaits, about, text, name) => {
    const { act } = understand(text, { ...COORDINATOR, awaits, about });
    expect(act.do === 'command' ? act.name : null).toBe(name);
  });

  it.each([
    ['form', 'thế hạn nộp là ngày nào', { do: 'command', name: 'nhiemvu', args: '', aside: 'han' }],
    ['form', 'kết quả: đã gửi công văn hướng dẫn các xã', { do: 'answer' }],
    ['choice', 'các đơn vị chưa nộp', { do: 'answer' }],
    ['text', 'bao giờ đến hạn', { do: 'command', name: 'nhiemvu', args: '', aside: 'han' }],
  ] as const)('a question in the middle of a dialog that waits for a %s: %j', (awaits, text, act) => {
    expect(understand(text, { ...LIAISON, awaits }).act).toEqual(act);
  });

  it('"bỏ" leaves, it is no part of "Toàn bộ"; a whole word of it still chooses', () => {
    const shown = { choices: [{ label: 'Toàn bộ đơn vị' }, { label: 'Dừng gửi' }], numbered: true };
    const said = (text: string) => understand(text, { ...LIAISON, awaits: 'choice', shown }).act;
    expect(said('bỏ')).toEqual({ do: 'command', name: 'huy', args: '' });
    expect(said('bo')).toEqual({ do: 'command', name: 'huy', args: '' });
    expect(said('toàn bộ')).toMatchObject({ do: 'choose', choice: { label: 'Toàn bộ đơn vị' } });
    expect(said('dừng')).toMatchObject({ do: 'choose', choice: { label: 'Dừng gửi' } });
  });

  it.each([
    ['ABCD-EFGH 23', 'join'],
    ['xin chào', 'suggest'],
    ['/nop', 'command'],
  ])('a stranger: %j', (text, act) => {
    expect(understand(text, STRANGER).act.do).toBe(act);
  });

  it.each([
    ['choice', '2', { do: 'ask-again' }],
    ['value', '2', { do: 'answer' }],
    ['text', 'nhiem vu', { do: 'command', name: 'nhiemvu', args: '' }],
    ['text', 'hủy', { do: 'command', name: 'huy', args: '' }],
    ['value', 'nhiệm vụ của huyện đã giao', { do: 'answer' }],
    // The button of a reminder that perhaps arrived after the preview: never a yes to what is in hand.
    ['form', 'Nộp báo cáo', { do: 'command', name: 'nop', args: 'báo cáo' }],
    ['value', 'nộp bc', { do: 'command', name: 'nop', args: 'bc' }],
    ['form', 'nộp đi', { do: 'answer' }],
    // Of any other command it is a text like another.
    ['value', 'nhiệm vụ báo cáo', { do: 'answer' }],
    // At once is now, no promise.
    ['form', 'gửi luôn', { do: 'answer' }],
  ] as const)('in the middle of a dialog that waits for a %s: %j', (awaits, text, act) => {
    expect(understand(text, { ...LIAISON, awaits }).act).toEqual(act);
  });

  it('names period, unit and values', () => {
    expect(understand('/nop HBG t11 hoi_nghi=3', LIAISON)).toMatchObject({
      confidence: 'sure',
      intent: 'nop',
      period: '2026-11',
      unit: 'HBG',
      fields: { hoi_nghi: 3 },
    });
    expect(understand('Huyện Cẩm Giàng nộp tháng 10 chưa', COORDINATOR)).toMatchObject({
      unit: 'HCG',
      period: '2026-10',
    });
  });

  it('is unsure with alternatives, or means nothing with none', () => {
    expect(understand('bao giờ thì đến hạn', LIAISON)).toMatchObject({ confidence: 'sure', intent: 'han' });
    expect(understand('nhiemvuu', LIAISON)).toMatchObject({ confidence: 'unsure', intent: 'nhiemvu' });
    expect(understand('nhiemvuu', LIAISON).alternatives).toHaveLength(3);
    expect(understand('trời hôm nay đẹp', LIAISON)).toMatchObject({
      confidence: 'none',
      intent: 'khac',
      alternatives: [],
    });
    expect(understand('', LIAISON)).toMatchObject({ confidence: 'none', intent: 'khac', alternatives: [] });
  });
});
