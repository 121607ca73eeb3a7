import { fold } from '../fold.ts';

/**
 * Beside a field's name and its figure: words by which the figure is not what the period came to. Where one is missing here, a wrong figure is
 * taken as sure; one too many only asks.
 */
const DOUBTS: readonly RegExp[] = [
  // "80 người/hội nghị", "bình quân 80 người": so many at each.
  /binh quan|trung binh|(?<!\p{L})moi (?=hoi nghi|hoi thao|cuoc|buoi|lop|lan|xa|phuong|huyen|thon|don vi|thang|tuan|ngay|ky)/u,
  /\d[\p{L} ]{0,30}\/ ?(?:hoi nghi|hoi thao|cuoc|buoi|lan|xa|phuong|huyen|thon|don vi|dia phuong|co quan|thang|tuan|ngay|quy|ky|nam|nguoi|diem cau)(?!\p{L})/u,
  /(?:nguoi|luot|dai bieu)[\p{L} ]{0,20}\/ ?(?:hoi nghi|cuoc|buoi|lop)(?!\p{L})/u,
  // "(nữ)", "(cấp huyện)", "đợt 1": a part.
  /(?<!phu |\p{L})nu(?!\p{L})|\(nam\)|nam gioi|tre em|(?<!\p{L})rieng (?=cap|khoi|thang|quy|xa|huyen|tuan|ngay|nganh|doi|co)|mot phan|(?<!\p{L})(?:dot|tuan|lan) (?:\d|i+|mot|dau|cuoi)(?![\p{L}\p{N}])/u,
  /\((?:rieng |chi |o |tai |cua )?(?:cap|khoi|tuyen) (?:tinh|huyen|xa|co so|tren|duoi|truong|dang|chinh quyen|doan the)/,
  // "Bị hoãn", "vắng", "còn thiếu", "trả lại": what did not come about.
  /(?<!\p{L})(?:chua (?:bao gom|gom|ke|tinh)|khong (?:bao gom|ke|tinh)|hoan(?! thanh| toan| thien| chinh| nghenh)|(?<!phat |chi )huy(?: bo)?(?!\p{L}| dong| hieu)|vang(?: mat)?(?!\p{L})|(?<!gioi )thieu(?! nien| nhi| nhan)|tu choi|tra lai|tra ve|bi (?:loai|tra|cham|tu choi|dung|go|xoa)|con (?:lai|thieu|no|ton|phai|cho)|chua (?:duoc|co|to chuc|thuc hien|dang|phat|du|xong|quyet toan|giai ngan|thanh toan|su dung|chi)|khong (?:to chuc|thuc hien|du|dat|duoc|dang|phat|tham)|dang ky|trieu tap|duoc moi|giay moi|moi du|cho (?:dang|duyet|phat|in)|lui|that bai|hong|tam dung|dung lai|it nhat|toi da|toi thieu|tang them|giam(?! sat| doc| dinh| ngheo| thieu)|sai sot|tiet kiem)(?!\p{L})/u,
  // Money that is given, wanted or planned is not yet spent.
  /kinh phi.{0,40}?(?<!\p{L})(?:duoc (?:cap|giao|phan bo|bo tri|phe duyet)|de nghi|de xuat|xin|bo sung|nhu cau|du toan|can (?:co|cap|ho tro)|tam ung)(?!\p{L})/u,
  // Since January.
  /luy ke|cong don|(?:ke|tinh) tu|tu dau|(?:den|toi) nay|tinh (?:den|toi)|den (?:het )?(?:ngay|thang)|tu (?:ngay )?0?1 ?[/.-] ?0?1(?!\d)|tu thang/,
  /(?<![\p{L}\p{N}/.-])(?:0?[2-578]|1[01]|hai|ba|bon|bay|tam|muoi|muoi mot) thang(?! \d|\p{L})/u,
];

/** "Hội nghị quán triệt ngày 20/10": one of them; "từ ngày 15/10 đến ngày 14/11" is a period. */
const EVENT = /(?<!(?:tu|den) )ngay \d{1,2} ?[/.-] ?\d{1,2}/;

/** Whether a name speaks of one event, whose figure need not be how many there were. */
export function isEvent(label: string): boolean {
  return EVENT.test(fold(label));
}

/** Dates and stretches of time: figures that count nothing. */
const TIMES =
  /\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{2,4})?|(?:thang|quy|nam|ngay|tuan|dot|lan) ?\d+|\d+ (?:thang|quy|tuan)(?!\p{L})/gu;

/**
 * Whether a name, or what stands beside its figure, says that the figure may be an average, a part, a rest or a sum since January. An aside with a
 * figure of its own speaks of that one: "470 (nữ 210)".
 */
export function isDoubtful(text: string): boolean {
  const said = fold(text).replace(/\([^()]*\)/g, (aside) => (hasFigure(aside) ? ' ' : aside));
  return DOUBTS.some((shape) => shape.test(said));
}

/** A note in a cell of its own, likewise. */
export function isDoubtingNote(cell: string): boolean {
  return !hasFigure(fold(cell)) && isDoubtful(cell);
}

function hasFigure(folded: string): boolean {
  return /\d/.test(folded.replace(TIMES, ' '));
}
