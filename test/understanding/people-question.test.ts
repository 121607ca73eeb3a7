import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import { decideSeveral, understand } from '../../src/understanding/understand.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const situation = planSituation(FROZEN_PLAN, COMMANDS, 'coordinator', '2026-11-13');
const act = (text: string) => understand(text, situation).act;

describe('what a coordinator asks about people', () => {
  // A stranger's coordinator got the telephone of his own office for these.
  it.each([
    ['đầu mối Sở Nội vụ là ai, có lãnh đạo chưa', 'SNV'],
    ['dau moi so noi vu la ai', 'SNV'],
    ['ai là đầu mối của Chí Linh', 'TPCL'],
    ['Kim Thành có lãnh đạo tham gia chưa', 'HKT'],
    ['người phụ trách báo cáo của Sở Y tế là ai', 'SYT'],
    ['lãnh đạo Sở TC là ai thế', 'STC'],
    ['cho xem đầu mối Gia Lộc', 'HGL'],
    ['sđt đầu mối Sở Nội vụ', 'sdt SNV'],
    ['số điện thoại của Kim Thành', 'sdt HKT'],
    ['liên hệ Sở Y tế thì gọi số nào', 'sdt SYT'],
    ['liên hệ với ai ở Báo HD', 'sdt BAOHD'],
    ['số điện thoại văn phòng UBND tỉnh', 'sdt VPUBND'],
    ['chuyên viên thì những sở nào có', 'vaitro chuyên viên thì những sở nào có'],
    ['Thanh Miện có ai tham gia chưa', 'HTM'],
    ['Chí Linh có bao nhiêu người tham gia', 'TPCL'],
    ['đầu mối của Nam Sách và Gia Lộc là ai', 'HGL HNS'],
    ['Vũ Đức Hà là ai', 'ai Vũ Đức Hà'],
    ['anh Ngô Minh Bình ở đơn vị nào', 'ai Ngô Minh Bình'],
    ['đơn vị nào chưa có lãnh đạo tham gia', 'vaitro đơn vị nào chưa có lãnh đạo tham gia'],
    ['huyen nao chua co lanh dao', 'vaitro huyen nao chua co lanh dao'],
  ])('%s', (text, args) => {
    expect(act(text)).toEqual({ do: 'command', name: 'donvi', args });
  });

  it.each([
    'mời lãnh đạo Sở Nội vụ',
    'nhắc đầu mối Sở Y tế',
    'lãnh đạo Sở Y tế nộp chưa',
    'thông báo cho lãnh đạo các sở: mai họp',
    'bot là ai',
    'giao cho đầu mối mới',
  ])('is none: %s', (text) => {
    expect(act(text)).not.toMatchObject({ name: 'donvi' });
  });
});

describe('several questions in one message', () => {
  it.each([
    ['báo cáo năm hạn ngày nào, mấy đơn vị nộp rồi', ['lich', 'tonghop']],
    ['Sở Y tế nộp chưa, đầu mối là ai', ['hoiviec', 'donvi']],
    ['ai chưa nộp? ai nộp muộn?', ['tonghop', 'tonghop']],
    ['tháng 11 bao nhiêu hội nghị và ai chưa nộp', ['tonghop', 'tonghop']],
    // The list of what awaits review takes the place of what is in hand: last.
    ['có báo cáo nào chờ duyệt không, ai chưa nộp', ['tonghop', 'duyet']],
  ])('%s', (text, names) => {
    expect(decideSeveral(text, situation)?.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'Công an tỉnh và Bộ CHQS nộp chưa?',
    'ai đang được gia hạn, đến ngày nào, lý do gì',
    'bao nhiêu bài mạng xã hội tháng 11, báo nào nhiều nhất',
    'nhắc Sở Nội vụ và Sở Y tế',
  ])('is one: %s', (text) => {
    expect(decideSeveral(text, situation)).toBeNull();
  });

  it.each([
    'nhắc Sở Nội vụ nộp đi rồi cho tôi xem Sở Xây dựng nộp chưa',
    'gia hạn Sở Y tế đến 20/11 vì mất điện, ai chưa nộp rồi',
    'nhắc Kim Thành và cho chị xem huyện nào chưa nộp',
  ])('an order and a question are not taken for one: %s', (text) => {
    expect(act(text)).toMatchObject({ name: 'hoiviec', args: expect.stringMatching(/^hailenh /u) });
  });
});
