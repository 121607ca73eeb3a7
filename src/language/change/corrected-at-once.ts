/** A text's own words stay as they are. */
export const TEXT_BEFORE =
  /(?<!\p{L})(?:kết quả|ket qua|kq|khó khăn|kho khan|vướng|vuong|kiến nghị|kien nghi|đề xuất|de xuat|đề nghị|de nghi)/iu;
const AMOUNT = String.raw`\d[\d.]*`;
const COUNTED = String.raw`[^\S\n](?:người|nguoi|tin|bài|bai|cuộc|cuoc|lớp|lop|lượt|luot|buổi|buoi|cái|cai)`;
/** A bare "nhầm 13" may say that 13 was wrong. */
const SECOND_THOUGHT = String.raw`[\s,.…]{1,3}(?:(?:à|ah|a)[\s,]{1,2}(?:không|khong|ko|k|quên|quen|nhầm|nham|thôi|thoi|lộn|lon)(?:[^\S\n](?:rồi|roi))?|à|ý[^\S\n](?:(?:em|e|mình|tôi|chị|anh)[^\S\n])?là|y[^\S\n](?:(?:em|e|minh|toi|chi|anh)[^\S\n])?la|(?:nhầm|nham|lộn|lon|quên|quen)(?=[^\S\n](?:rồi|roi)|,)(?:[^\S\n](?:rồi|roi))?|(?:(?:em|e|xin|cho em)[^\S\n])?(?:sửa|sua|chỉnh|chinh|đính chính|dinh chinh|điều chỉnh|dieu chinh)(?:[^\S\n](?:lại|lai))?(?=[^\S\n](?:là|la|thành|thanh)(?!\p{L})))[\s,:…]{1,3}(?:(?:là|la|phải là|phai la|thành|thanh)[^\S\n])?`;
const ENDS = String.raw`(?:[^\S\n](?:mới đúng|moi dung|nhé|nhe|ạ|a|thôi|thoi|cơ|chứ|chu))?[^\S\n]*(?:[,;\n]|\.(?!\d)|$)`;
const SHAPES = [
  // "Hội nghị 2 à không 3", "người dự 120, ý em là 130 người".
  new RegExp(`(?<![\\d.,/])${AMOUNT}(?:${COUNTED})?${SECOND_THOUGHT}(?=${AMOUNT}(?:${COUNTED})?${ENDS})`, 'giu'),
  // "3 à nhầm 4 hội nghị".
  new RegExp(String.raw`(?<=(?:^|[,;\n])\s?)${AMOUNT}${SECOND_THOUGHT}(?=${AMOUNT}[^\S\n]\p{L})`, 'giu'),
];
const LONGEST = 600;

/** A text with the second of two figures where the first was taken back at once; what is told in a text stays as it is. */
export function asCorrected(text: string): string {
  if (text.length > LONGEST || !/\d\D+\d/u.test(text)) return text;
  const at = TEXT_BEFORE.exec(text)?.index ?? text.length;
  return SHAPES.reduce((said, shape) => said.replace(shape, ''), text.slice(0, at)) + text.slice(at);
}
