import { lower } from '../fold.ts';
import { spelled } from '../spelled.ts';

/** What a sentence that tells figures is told apart by. All on folded text. */

/** Numbers that count nothing of a report: days, times, periods, places' and documents' numbers and the resolution's own. */
export const NO_FIGURES = [
  /(?<![\d.,])\d[\d.,]*\s?%/gu,
  /(?<=\p{L}\s?)\(\s?\d{1,4}\s?\)/gu,
  /(?:ngay\s+|hom\s+)?(?<![\d.,])\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?(?:20)?\d\d)?(?![\d.,/]|\s?(?:k|tr|trieu|nghin|ngan|ty|ti)(?!\p{L}))/gu,
  /(?:\b(?:ngay|hom)\s+\d{1,2}\s?-\s?\d{1,2}|(?<![\d.,])\d{1,2}-\d{1,2}-20\d\d)(?![\d.,/])/gu,
  /\b(?:ngay|mung|luc|thu)\s+\d{1,2}\b(?!\s*(?:hoi nghi|tin|bai|nguoi|lop|cuoc|lan|buoi|luot))/gu,
  /\b\d{1,2}\s?(?:h|gio|g)(?:\s?\d\d)?\b/gu,
  /\b\d{1,3}\s(?:(?:ngay|tuan|nam|phut|tieng)\b|thang\b(?!\s\d))/gu,
  /\b\d{1,5}\s?[/-]\s?(?:bc|cv|kh|qd|nq|ubnd|tb|ttr)[\w-]*/gu,
  /(?<!\p{L})(?:thon|xom|ap|khu pho|khu dan cu|to dan pho|tdp|tieu khu)(?: so)? \d{1,2}(?![\d.,]\d)/gu,
  /(?<=(?<!\p{L})(?:truong|tieu hoc|thcs|thpt|mam non|trung tam|chi bo)(?: \p{L}+){0,3} )so \d{1,2}(?!\d)/gu,
  /\b(?:nghi quyet|nq|ke hoach|kh|cong van|cv|van ban|quyet dinh|qd|so hieu)(?:\s+so)?\s?\d+(?:[-/]\w+)*/gu,
] as const;
/** "Phối hợp Báo Hải Dương đăng 5 bài": its second half is no "họp", and "hợp báo" no press conference. */
export const TOGETHER = /\bphoi hop\b/gu;
/** A comma within a name: "27 tin, bài". */
export const ONE_NAME = /,(?= bai\b)(?<=\btin,)/gu;
/** A period's own number; two different ones in a sentence mix two reports. */
export const PERIODS =
  /\b(?:thang|thg|th|t)[ .]?\s*\d{1,2}(?:\s?[/-]\s?(?:20)?\d\d)?\b|\b(?:quy|q)\s?(?:[1-4]|iv|i{1,3})\b|\b[69]\s?thang(?:\s+(?:dau|cuoi))?(?:\s+nam)?|\b(?:thang|ky|nam)\s+(?:nay|truoc|roi|ngoai|sau|toi)\b|\bnam\s+20\d\d\b|\b20[23]\d\b/gu;
/** "Không phải 150 mà là 105": the first is none of the report's. */
export const CORRECTED =
  /(?:\bchu\s+)?\b(?:khong|ko|k|hong)\s+phai(?:\s+la)?\s+\d[\d.,]*(?:\s+(?!ma\b)\p{L}+)?(?:\s+ma(?:\s+la)?)?/gu;
/** "Cổng bỏ đi 1 còn 8": what is left is the figure. */
export const TAKEN_OFF =
  /(?<=\b(?:bo|bot|tru|giam|rut)\s(?:(?!con\b)[a-z]+\s){0,4})\d{1,6}(?=(?:\s[a-z]+)?,?\s(?:thi\s)?con(?:\s(?:lai|la))?\s\d)/gu;
/** "Kinh phí 45 triệu là của cả quý": another stretch of time's, where this report's is said besides. */
export const OF_ANOTHER_TIME = /\b(?:cua|tinh|cho|la) (?:ca |toan |het )?(?:quy|nam)\b|\bca (?:quy|nam)\b|\bluy ke\b/u;
/** "5 hội nghị, trong đó 2 hội nghị trực tuyến": in the whole already. */
export const PART = /^\s*(?:trong (?:do|so do)|gom|bao gom|ke ca|y la|tuc la|nghia la)(?!\p{L})/u;
/** So many at each: how many in all is not said. Of lower case, marks kept: "mới" is not "mỗi". */
export const EACH = new RegExp(
  String.raw`(?<!\p{L})(?:mỗi|trung bình|bình quân|trung binh|binh quan)(?=(?: \p{L}+){0,5} ?\d)|(?<!\p{L})moi(?= \p{L}* ?\d| \p{L}+ \p{L}+ (?:\p{L}+ )?\d)|\d ?\p{L}* ?\/ ?${spelled('xã|phường|lớp|buổi|huyện|ngày|cuộc|hội nghị')}(?!\p{L})|(?<!\p{L})x ?\d|(?<!\p{L})${spelled('ngày|tuần')} \d{1,2} ${spelled('lần|buổi|lượt')}(?!\p{L})`,
  'u',
);
/** What is planned, supposed, another's or only more is no figure of the report. Of lower case, marks kept: "họ" is not "hộ". */
export const NOT_TOLD =
  /(?<!\p{L})(?:dự kiến|du kien|dự tính|chỉ tiêu|chi tieu|mục tiêu|phấn đấu|sẽ|se|định|nếu|neu|giả sử|hình như|hinh nhu|chắc|chac|gì đó|gi do|(?:không|ko|k|khong) (?:nhớ|nho|biết|biet|rõ|ro)|nữa|nua|thêm|them|bớt|trừ|âm|họ|bên ấy|bên kia|hay là|hay|thiếu|thieu|muốn|muon|(?<!tờ )gấp|nhân(?=\s+(?:đôi|lên|ba|\d)))(?!\p{L})/u;
export const ASKS =
  /(?:\?|\b(?:khong|ko|k|hong|chua|nao|dau|sao|ha|nhi|the nao|lam sao|bao nhieu|dung chua|gi|ai bao cao))(?:\s+(?:a|ah|vay|v|the|em|e|anh|chi|c|ad|oi|nhi|ta))*[.!\s]*$/u;
/** Before a figure that is some other than the one said. */
const ROUGH =
  /\b(?:hon|gan|tren|duoi|khoang|tam|chung|co|do|uoc(?: tinh| dat)?|xap xi|it nhat|toi thieu|toi da|vai|may)\s*$/u;
const ROUGH_BEHIND = /^\s*(?:tro len|tro xuong|hon|may)\b/u;
/** "Hơn 10 tin": "có" and "độ" say so only where they are typed with their marks. */
const ROUGH_TYPED = /(?:^|[^\p{L}])(?:hơn|gần|trên|dưới|khoảng|tầm|chừng|cỡ|độ|ước(?: tính| đạt)?|ít nhất|~|≈)\s*$/u;
/** What a field's word stands in without being what the field counts. */
export const OTHER_THINGS =
  /\d\s?(?:m2|m²|m|met|km|kg)(?![\p{L}\d])|\b(?:phong su anh|chieu phim|phan tram|diem cau|live ?stream|nguoi xem|luot xem|luot nghe|nguoi nghe|luot thich|luot like|luot chia se|luot tiep can|luot truy cap|luot tuong tac|luot theo doi|nguoi theo doi|views?|phat(?: song| lai| loa)? \d{1,4} luot(?! (?:nguoi|ng)\b))\b/u;
/** "4 tin bài kia cũng trên fb": one that was told before, and no other. */
export const POINTED =
  /(?<![\p{L}\d.,])\d[\d.,]*(?: \p{L}+){1,3} (?:kia|ay|(?:hoi|luc|vua|ban) (?:nay|roi)|o tren|vua (?:gui|go|bao|ke|nop)|do(?= (?:cung|la|thi|deu|van)))(?= (?:cung|la|thi|deu|da|nam|o|tren|thuoc|chuyen|tinh|ghi|van|dang|cua|em|minh|ben)(?!\p{L})|\s*(?:[,;.]|$))/u;
/** A figure, with its words of size and currency: "15tr5", "12 triệu rưỡi", "1,5 nghìn", "15.500.000d". */
export const FIGURE = /(?<![\p{L}\d.,/])\d[\d.,]*\d|(?<![\p{L}\d.,/])\d/gu;
export const SIZE =
  /^\s?(?:(?:tr|trieu|nghin|ngan|ty|ti|tram|k|dong|d|vnd)(?![\p{L}])|tr(?=\d))(?:\s?\d{1,3}(?!\d|[.,]\d))?(?:\s?(?:trieu|nghin|ngan|dong|d|vnd|ruoi)(?![\p{L}]))*(?:(?<=(?:tr|trieu|nghin|ngan|ty|ti|tram))\s(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)(?=\s*(?:[,;.)]|$)|\s(?:to|nguoi|luot|tin|bai|ng|dong|dai bieu)(?!\p{L})))?/u;
/** "60 đ/c", "40 dong chi" are people: nobody spends forty đồng. */
const COMRADES = /^\s?(?:dong\s+chi|d\s?[/.]\s?[cv])(?!\p{L})/u;

/** The words of size behind a figure, with the blanks between; empty where there are none. */
export function sizeBehind(figure: string, behind: string): string {
  return /^\d{1,4}$/u.test(figure) && COMRADES.test(behind) ? '' : (SIZE.exec(behind)?.[0] ?? '');
}

export const MONEY = /(?:tr|trieu|ty|ti|dong|d|vnd)(?:\s?\d+|\s?ruoi|\s?dong|\s?d)*$/u;
export const CURRENCIES =
  /\d[\d.,]*|(?<!\p{L})(?:trieu|tr|nghin|ngan|ty|ti|dong|d|vnd|ruoi|muoi|tram|chuc|hai|ba|bon|nam|sau|bay|tam|chin|mot|lam)(?!\p{L})/gu;
export const BETWEEN_CLAUSES =
  /[,;.!]+(?=\s|$)|(?<=(?:\d|(?<!\p{L})(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )[^\d,;.]{0,40})\s[-–—](?=\s(?:\d|\p{L}))|(?<=\d[^\d]{0,40})\s(?=(?:bao )?gom(?: co)? \d)|(?<=\p{L})\/(?=\d)|\s(?:va|voi|vs|con(?!\s+(?:\d|lai\b))|nhung|cung(?!\s(?:khong|ko|k|chua|co|la|the|duoc)(?!\p{L})))(?=\s)/gu;
/** "Nhầm, số đó 1,2 triệu thôi". */
export const POINTING: ReadonlySet<string> = new Set('do ay kia ma chu thoi moi dung con'.split(' '));
/** Words that hang on to a figure without saying what it counts. */
export const GENERIC = 'tin bai|ban tin|tin|bai|luot|san pham|chuong trinh|cuoc|buoi|lop|cai'.split('|');
/** Those of them that anything may come in, done and not printed. */
export const EVENTS: ReadonlySet<string> = new Set(['luot', 'cuoc', 'buoi', 'lop', 'cai']);
/** What begins a text to the end of the sentence: "kết quả nổi bật là …", "đề nghị tỉnh …". */
export const TEXT_BEGINS = /(?:\s(?:la|gom|co)(?=\s)|\s*[:=])\s*/u;
export const WORDS_BEFORE = new Set(
  (
    'trong cac nhung da em e ben minh chung toi don vi chi anh a c oi bc bao cao so lieu cua thang ky nay nam huyen xa so gui nop xin nhu sau day la co thi duoc dc dat ' +
    'to chuc thuc hien mo dang phat treo in cap lam het tong cong tong so voi va cho chi thoi nhe nha ah vay ad bot vang thua nhung tren giup nham ghi go da tam tinh chinh xac cu the'
  ).split(' '),
);

/** Whether the figure there is only about right: "khoảng 20", "20 trở lên". */
export function isAboutRight(said: string, folded: string, at: number, to: number): boolean {
  const before = said.slice(0, at);
  const isTyped = ROUGH_TYPED.test(lower(before).padEnd(1)) || /[~≈]\s*$/u.test(before);
  const bare = ROUGH.exec(folded.slice(0, at))?.[0].trim();
  const isBare = bare !== undefined && bare !== 'co' && bare !== 'do' && lower(before).endsWith(bare);
  return isTyped || isBare || ROUGH_BEHIND.test(folded.slice(to));
}
