import { fold, lower } from '../fold.ts';

/** The words themselves: "không phát sinh", "k ps", "kps", "không có gì", "chưa có hoạt động nào", "không tổ chức hoạt động nào"; "chưa có số
 * liệu", "chưa làm gì" only put it off. */
const NOTHING =
  /(?<!\S)(?:kps|nil|(?:ghi|bao|de)(?: la)? (?:khong|ko|k) co(?: gi)?|(?:khong|ko|k|kh|hong|hok|hem|chang|cha)(?: co)? (?:lam|dien ra|trien khai|to chuc|thuc hien|tuyen truyen)(?: duoc)? (?:gi|j|chi)|(?:khong|ko|k|kh|hong|hok|hem|chang|cha) co (?:gi|j|chi)(?! (?:them|khac|nua))|(?:khong|ko|k|kh|hong|chua)(?: he)?(?: co)? (?:phat sinh|ps)|(?:khong|ko|k|kh|hong) co (?:gi|hoat dong|noi dung|so lieu|viec|su kien)(?: gi| nao)?|chua co (?:hoat dong|su kien)(?: gi| nao)?|(?:khong|ko|k|kh|hong|chua)(?: he)? (?:to chuc|trien khai|thuc hien|dien ra|tien hanh)(?: duoc)?(?: (?:bat ky|bat cu|cac|mot|them))? (?:hoat dong|su kien|noi dung tuyen truyen)(?: tuyen truyen| truyen thong| lien quan)*(?: gi| nao)?|(?:khong|ko|k) hoat dong(?: gi| nao)?|(?:khong|ko|k) (?:to chuc|trien khai|thuc hien)(?: duoc)? noi dung(?: gi| nao)?)(?!\S)/;
/** Words that may stand around them without changing what is said. */
const AROUND = new Set(
  (
    'da vang thua em chi anh a nhe nha nhi day roi thi la voi cho ben minh chung toi don vi co quan phong thang ky nay nam dau cuoi trong cua ' +
    'bao cao bc so lieu noi dung hoat dong su kien viec gi nao them moi de het ca xin phep gui phat sinh duoc thuc hien tuyen truyen lien quan can y la a u uh ma that dau khoi phai cho ghi ho giup so huyen xa luon ad bot ok rang bon ki tron trui qua hen tui thiet'
  ).split(' '),
);
const PERIOD =
  /(?<!\S)(?:thang|thg|t) ?\d{1,2}(?: ?[/-] ?\d{2,4}| nam \d{4})?(?![^\s,.;:])|(?<!\S)20\d\d(?![^\s,.;:])/g;
const MARKS = /[.,;:!"“”'()\p{Extended_Pictographic}-]+/gu;
/** How a unit's name begins, and words that show that it is no unit's name after all. */
const UNIT =
  /^(?:so|ubnd|ban|thanh tra|chi cuc|cuc|doan|bo chi huy|bch|huyen|thi xa|thanh pho|tp|xa|phuong|thi tran|cong an|van phong|truong|trung tam|mttq|lien doan|tinh doan|bao|dai|hoi|toa an|vien|benh vien) /;
const NO_UNIT =
  /(?<!\S)(?:luot|luong|nguoi|nghi|thao|tap huan|phi|mac|kien|tin|bai|to chuc|nhung|thi|ma|san pham|bai dang)(?!\S)/;

/** Whether a sentence about somebody's report says so among other things, and gives no figure: "bên Mặt trận báo không phát sinh". */
export function tellsOfNothing(text: string): boolean {
  const folded = fold(text);
  return NOTHING.test(folded) && !NO_UNIT.test(folded) && !/\d/u.test(folded.replace(PERIOD, ' '));
}

/**
 * Whether the whole text says that there is nothing to report. "Không" alone does not (it is a no), nor does "kinh phí không
 * phát sinh" or "không phát sinh vướng mắc" (one thing of many), nor a question.
 */
export function isNothingToReport(text: string): boolean {
  return !/(?<!\S)(?<!noi )dung (?:ghi|bao|gui|nop|de)(?!\S)/u.test(fold(text)) && (saysSo(text) || isSaidAmong(text));
}

/** As it is said in full. */
export const NOTHING_TO_REPORT = 'không phát sinh';

const NONE_OF_IT =
  /^(?:(?:da|a|u|la|em|e|chi|anh|ben|minh|don vi|van) )*(?:(?:thi|cung|deu) )?(?:(?:khong|ko|k) co|(?<=(?:thi|cung|deu) )(?:khong|ko|k))(?: (?:gi|j|ca|het|dau|a|nhe|nha|em|e|anh|chi|that|roi|thoi|ma))*$/u;

/** "Ko có", "cũng không có gì": behind a report's name, that there is none of it. */
export function saysNoneOfIt(text: string): boolean {
  return (
    text.length <= 60 &&
    !text.includes('?') &&
    NONE_OF_IT.test(
      fold(text)
        .replace(/[.,!]+/gu, '')
        .trim(),
    )
  );
}

/** What changes or delays it, or speaks of anything else. */
const TELLS_MORE =
  /(?<!\S)(?:nhung|chi (?:co|la|moi|lam)|tru|ngoai|con|them|tin|bai|lop|hoi nghi|kinh phi|kho khan|vuong mac|kien nghi|de xuat|mai|lat|chieu|toi nay|tuan|hoi|sao|neu|chac|hinh nhu|khong biet|xem|bao nhieu|huy|bo|sua)(?!\S)|\d/u;
const LONGEST_ASIDE = 45;

/** "Chị Hà sở nội vụ đây, tháng này chưa làm gì cả, ghi không có nhé": said in one part, and nothing else told in the others. */
function isSaidAmong(text: string): boolean {
  if (text.length > 160 || text.includes('\n') || ASKS.test(lower(text)) || text.trim().endsWith('?')) return false;
  const parts = text.split(/[,;.!]+(?:\s+|$)/u).filter((part) => part.trim() !== '');
  const others = parts.filter((part) => !saysSo(part));
  if (parts.length < 2 || others.length === parts.length) return false;
  return others.every((part) => {
    const said = fold(part).replace(PERIOD, ' ');
    return said.length <= LONGEST_ASIDE && !TELLS_MORE.test(said);
  });
}

function saysSo(text: string): boolean {
  const folded = fold(text);
  if (folded.length > 160 || folded.endsWith('?') || ASKS.test(lower(text))) return false;
  const said = folded.replace(PERIOD, ' ').replace(MARKS, ' ').replace(/\s+/g, ' ').trim();
  const found = NOTHING.exec(said);
  if (found === null || / (?:khong|ko|chua|nhi)$/.test(said)) return false;
  const before = said.slice(0, found.index);
  const after = said.slice(found.index + found[0].length);
  // "Không có gì thêm": nothing besides what was said.
  if (/^ (?:them|khac|nua)(?: |$)/.test(after)) return false;
  return (isUnitName(before) || isFiller(before)) && isFiller(after);
}

/** "… nào à": wondered about. */
const ASKS = /(?<!\p{L})(?:à|hả|nhỉ)[\s.!]*$/u;

function isFiller(text: string): boolean {
  const words = text.split(' ').filter((word) => word !== '');
  return words.length <= 12 && words.every((word) => AROUND.has(word));
}

function isUnitName(before: string): boolean {
  const words = before.split(' ');
  while (words.length > 1 && AROUND.has(words[0] ?? '') && !UNIT.test(words.join(' '))) words.shift();
  const text = words.join(' ');
  return UNIT.test(text) && !NO_UNIT.test(text) && text.split(' ').length <= 12;
}
