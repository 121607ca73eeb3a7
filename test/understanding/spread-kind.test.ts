import { expect, it } from 'vitest';
import { spreadKind } from '../../src/understanding/spread-kind.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

it.each([
  ['nhắc các sở Y tế, Tài chính và Nội vụ', 'nhắc sở Y tế, sở Tài chính và sở Nội vụ'],
  ['yêu cầu 3 sở Y tế, Tài chính, Nội vụ báo cáo', 'yêu cầu sở Y tế, sở Tài chính, sở Nội vụ báo cáo'],
  ['3 so y te, tai chinh va noi vu', 'so y te, so tai chinh va so noi vu'],
  ['gia hạn hai huyện Tứ Kỳ và Thanh Hà đến 20/11', 'gia hạn huyện Tứ Kỳ và Thanh Hà đến 20/11'],
  ['nhắc sở y tế, huyện tứ kỳ', 'nhắc sở y tế, huyện tứ kỳ'],
  ['hội nghị 3, người dự 20', 'hội nghị 3, người dự 20'],
])('%s', (text, spread) => expect(spreadKind(text, FROZEN_PLAN.units)).toBe(spread));
