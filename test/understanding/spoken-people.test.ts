import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import { understand } from '../../src/understanding/understand.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const situation = planSituation(FROZEN_PLAN, COMMANDS, 'coordinator', '2026-11-13');
const act = (text: string) => understand(text, situation).act;

describe('what a coordinator orders about people and difficulties', () => {
  // A stranger's coordinator got the menu of /moi, or "not understood", and the units named were dropped.
  it.each([
    ['mời lãnh đạo Sở Nội vụ với Sở Tư pháp', 'moi', 'lãnh đạo SNV STP'],
    ['mời đầu mối mới cho Kinh Môn và Thanh Miện', 'moi', 'đầu mối TXKM HTM'],
    ['moi lanh dao kim thanh', 'moi', 'lãnh đạo HKT'],
    ['chị Phạm Ngọc Lan Ninh Giang nghỉ thai sản, thay bằng người khác', 'bangiao', 'HNG'],
    ['anh Bình bên Công an tỉnh chuyển công tác rồi, đổi người mới', 'bangiao', 'CAT'],
    ['thay đầu mối Sở Y tế', 'bangiao', 'SYT'],
    ['đổi đầu mối của Kim Thành giúp', 'bangiao', 'HKT'],
    ['cho anh Ngô Minh Bình Công an tỉnh thôi làm đầu mối', 'donvi', 'ketthuc CAT'],
    ['gỡ chị Hà Sở Nội vụ khỏi đầu mối', 'donvi', 'ketthuc SNV'],
    ['trả lời số 1: tính đến hết ngày 14/12', 'vuongmac', 'traloi 1 tính đến hết ngày 14/12'],
    ['trả lời vướng mắc số 3 là dùng mẫu trên bot', 'vuongmac', 'traloi 3 dùng mẫu trên bot'],
    ['trả lời Gia Lộc: tính đến hết 14/12', 'vuongmac', 'traloi HGL tính đến hết 14/12'],
    ['trả lời Sở Y tế là dùng đúng mẫu trên bot', 'vuongmac', 'traloi SYT dùng đúng mẫu trên bot'],
    ['tra loi cho Gia Loc: han van giu', 'vuongmac', 'traloi HGL han van giu'],
    ['đóng hết vướng mắc', 'vuongmac', 'donghet'],
    ['Kim Thành có vướng mắc gì không', 'vuongmac', 'cua HKT'],
    ['tổng hợp vướng mắc của Gia Lộc', 'vuongmac', 'cua HGL'],
    ['Gia Lộc hỏi gì hôm nay', 'vuongmac', 'cua HGL'],
    ['sở TC có kiến nghị gì không', 'vuongmac', 'cua STC'],
  ])('%s', (text, name, args) => {
    expect(act(text)).toEqual({ do: 'command', name, args });
  });

  it.each([
    ['chị Lan Ninh Giang nghỉ thai sản', 'bangiao'],
    ['mời các huyện dự họp', 'moi'],
    ['khó khăn vướng mắc tháng 10 Kim Thành nêu gì', 'vuongmac'],
    ['trả lại báo cáo Sở Y tế: thiếu kết quả', 'vuongmac'],
  ])('is none: %s', (text, name) => {
    expect(act(text)).not.toMatchObject({ name });
  });
});
