import { lower } from './fold.ts';
import { spelled, wholeWords } from './spelled.ts';

const ERASE = spelled('xoá|xóa|xoá hết|xóa hết|rút|rút lại|xoá bỏ|xóa bỏ|gỡ');
const OWN = spelled(
  'dữ liệu|thông tin|tài khoản|đồng ý|sự đồng ý|họ tên|tên tôi|tên em|tên mình|mọi thứ về tôi|hết của tôi|hết về tôi',
);
const ERASES = wholeWords(`${ERASE}(?:\\s+\\p{L}+){0,3}\\s+${OWN}`);
const DENIED = wholeWords(`${spelled('đừng|không|chưa|chớ|khỏi|thôi|nếu|giả sử|có')}\\s+(?:\\p{L}+\\s+){0,2}${ERASE}`);
const ASKS = wholeWords(
  `${spelled('không ạ|được không|thế nào|làm sao|khi nào|bao giờ|bao lâu|vì sao|tại sao|ở đâu|như nào|mất gì')}|sao`,
);
const BARE = new RegExp(`^${ERASE}(?:\\s+(?:${spelled('đi|luôn|hết|hết đi|giúp em|ạ|nhé')}))*[.! ]*$`, 'u');

/** Whether somebody orders what is stored about them to be erased; a question, a doubt or a denial does not. */
export function saysErase(text: string): boolean {
  const said = lower(text).replace(/\s+/gu, ' ').trim();
  if (said.length > 160 || /\?/u.test(said)) return false;
  return ERASES.test(said) && !DENIED.test(said) && !ASKS.test(said);
}

/** The same in one word, where just that was asked: "xoá", "rút lại luôn". */
export function saysEraseShortly(text: string): boolean {
  return BARE.test(lower(text).replace(/\s+/gu, ' ').trim());
}
