import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import { readSub } from '../../src/understanding/command-words.ts';
import { unitIn } from '../../src/understanding/name-unit.ts';
import { understand } from '../../src/understanding/understand.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const LIAISON = planSituation(FROZEN_PLAN, COMMANDS, 'liaison', '2026-11-12');
const COORDINATOR = planSituation(FROZEN_PLAN, COMMANDS, 'coordinator', '2026-11-12');

function sureOf(text: string, situation = LIAISON): string | null {
  const { confidence, intent } = understand(text, situation);
  return confidence === 'sure' ? intent : null;
}

describe('what a sentence says is not so', () => {
  it.each([
    ['bên em chưa gửi văn bản đâu ạ', 'daguivanban'],
    ['văn bản đang ký chị ạ', 'daguivanban'],
    ['chẳng xin gia hạn làm gì', 'xingiahan'],
    ['đã gia hạn cho bên em rồi mà', 'xingiahan'],
    ['khó khăn thì không ạ', 'vuongmac'],
    ['khong gap vuong mac gi', 'vuongmac'],
    ['giáo viên nghỉ hết rồi', 'giao'],
    ['chưa giao báo cáo cho ai cả', 'giao'],
    ['chắc là bên em gửi công văn rồi', 'daguivanban'],
    ['cảm ơn nhưng số liệu chưa xong', 'camon'],
  ])('%j is not acted on as %s', (text, intent) => {
    expect(sureOf(text)).not.toBe(intent);
  });

  it.each([
    ['bên em gửi văn bản rồi ạ', 'daguivanban'],
    ['xin gia hạn thêm 2 ngày ạ', 'xingiahan'],
    ['bên em gặp vướng mắc về kinh phí', 'vuongmac'],
    ['giao báo cáo cho chị Hoa', 'giao'],
    ['em cảm ơn chị nhiều ạ', 'camon'],
  ])('%j still is %s', (text, intent) => {
    expect(sureOf(text)).toBe(intent);
  });

  it.each(['xuat', 'tonghop', 'duyet', 'dondoc', 'thongbao', 'mien'])(
    'a liaison never means /%s, whatever words are used',
    (intent) => {
      const said = ['lấy báo cáo tháng 11', 'tình hình báo cáo tháng 11', 'báo cáo bị trả lại rồi', 'miễn nộp báo cáo'];
      expect(said.map((text) => sureOf(text))).not.toContain(intent);
    },
  );
});

describe('words told apart by the marks that were typed', () => {
  it.each([
    ['Bộ Chỉ huy quân sự', null],
    ['bo HBG', 'bo'],
    ['bỏ HBG', 'bo'],
  ])('/mien %s', (args, sub) => {
    expect(readSub(args, { bo: ['bỏ miễn', 'bỏ'] })?.sub ?? null).toBe(sub);
  });

  it.each([
    ['miễn phí không em', 'mien'],
    ['miễn là kịp thôi', 'mien'],
  ])('%j waives nothing', (text, intent) => {
    expect(sureOf(text, COORDINATOR)).not.toBe(intent);
  });

  it.each([
    ['tu ky truoc toi gio', null],
    ['từ kỳ nào cũng được', null],
    ['tu ky nop chua', 'HTK'],
    ['sở gd nộp chưa', 'SGDDT'],
    ['so gddt', 'SGDDT'],
    ['sở nông nghiệp', 'SNNMT'],
    ['bên mặt trận', 'MTTQ'],
    ['dai ptth', 'DPTTH'],
    ['Ban quản lý KCN', 'BQLKCN'],
    ['liên hiệp hội kh kt', 'LHHKHKT'],
    ['4 bài trên báo Hải Dương', null],
    ['đài phát thanh xã phát 20 lượt', null],
    ['sở', null],
  ])('%j names %s', (text, code) => {
    expect(unitIn(text, LIAISON.units)).toBe(code);
  });
});
