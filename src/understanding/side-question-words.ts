/** How people ask what the plan, the calendar and the stored reports answer. All of `plainWords`: no marks, short forms written out. */

const words = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');

export const A_DAY =
  /(?<![\d/])\d{1,2}\/\d{1,2}(?:\/\d{4})?(?![\d/])|(?<!\p{L})(?:hom|mung|mong|ngay) \d{1,2}(?![\d/])|\bhom nay\b|\b(?:ngay )?mai\b|\bngay kia\b|\bchu nhat\b(?: tuan (?:nay|sau|toi))?|\bthu (?:hai|ba|tu|nam|sau|bay|[2-7])\b(?: tuan (?:nay|sau|toi))?/u;
export const OF_A_DAY = words(
  'thu may|thu gi|ngay may|ngay bao nhieu|ngay nghi|nghi le|nghi khong|duoc nghi|co nghi|co (?:phai )?(?:di )?lam(?: viec)? khong|ngay lam viec khong|trung (?:ngay )?(?:le|tet|cuoi tuan|nghi|thu bay|chu nhat)',
);
export const TODAY_OR_DATE = words('hom nay (?:la )?(?:thu may|ngay may|ngay bao nhieu|thu gi)|nay (?:la )?thu may');
export const HOLIDAYS = words(
  'tet\\b.*\\bnghi|nghi\\b.*\\btet|nghi le|ngay le|lich nghi|ngay nghi (?:tiep|toi|sap|gan|nao)|ky nghi|duoc nghi (?:may|bao nhieu) ngay|nghi may ngay|nghi (?:nhung )?ngay nao|nghi bu|lam bu',
);
export const NAMED_HOLIDAY = words('tet|quoc khanh|gio to|hung vuong|lao dong');
export const WORKING_DAYS = words('(?:con|may|bao nhieu)\\b.*\\bngay lam viec');
const DAY_OFF = '(?:ngay )?(?:thu bay|thu 7|t7|chu nhat|cn|cuoi tuan|ngay nghi|nghi|ngay le|le|tet)';
export const ON_A_DAY_OFF = words(
  `(?:trung|roi|vao dung|dung|roi dung)(?: vao)?(?: dung)? ${DAY_OFF}|han\\b.*\\bvao ${DAY_OFF}`,
);

/** How one report stands, beside its name. */
export const OF_A_REPORT = words(
  'hom nao|luc nao|may gio|han|dung han|tre|muon|cham|sau han|nop bu|kip|khi nao|bao gio|ngay nao|ngay may|ngay bao nhieu|thi sao|the nao roi|(?:nop|gui|nhan|lam)(?: duoc| roi| xong| bao cao)*(?: cua \\S+)?\\b.*\\bchua|chua (?:nop|gui|co)|da (?:nop|gui|nhan)|co (?:phai|can) (?:nop |gui |lam )?(?:bao cao )?khong',
);
export const HOW_OFTEN = words('(?:may|bao nhieu) lan');
/** The one who speaks has not done it. */
export const NOT_YET = /(?<!\p{L})chua (?:kip )?(?:nop|gui|lam|bao cao)(?: (?:duoc|kip|xong|a|em|gi|bao cao))*$/u;
export const A_TIME = /\b(?:mai|chieu|toi nay|sang mai|lat|tuan sau|hom sau|xin|gia han|vi)\b|\d ?(?:h|gio)\b/u;
export const LATENESS = words(
  '(?:bi |da |lo )?(?:tre|muon|cham|qua han|quen)(?: \\S+){0,6} (?:sao|the nao|lam gi|lam sao|kip|khong)|con kip|kip khong|nop bu|bi tinh (?:la )?(?:tre|muon|cham)|(?:tinh|coi) la (?:tre|muon|cham|dung han)|bi (?:phat|ky luat|phe binh|tru diem)',
);

export const WHAT_IS = words(
  'la gi|nghia la|la sao|la the nao|la nhu the nao|gom (?:nhung )?gi|bao gom|gom ca|tinh (?:nhung gi|ca|luon|the nao|nhu the nao|sao|kieu gi|theo)|ghi (?:the nao|nhu the nao|sao|gi|kieu gi|bang|theo|nhung gi)|(?:dien|nhap|viet) (?:the nao|sao|gi|kieu gi|nhung gi)|co (?:duoc )?tinh|tinh (?:vao )?(?:khong|hay|the)|don vi (?:gi|nao|tinh)|hieu (?:la|the nao)|(?:nghin|trieu|dong) hay (?:nghin|trieu|dong)',
);
/** What the plan says too little of to decide. */
export const COUNTS = words('co (?:duoc )?tinh|tinh (?:vao |ca |luon )?(?:khong|hay)|tinh (?:ca|luon|theo)');
export const WHERE_TO = words(
  '(?:tinh|ghi|dua|dien|nhap|xep|cho|thuoc|ke|la|bao|khai)(?: \\S+){0,3} (?:muc|cot|dong|o|phan|chi tieu|cho) nao|(?:tinh|ghi|dua|dien|nhap|xep|cho|ke|khai)(?: \\S+){0,2} (?:vao|o|cho) dau|(?:tinh|ghi|dien|nhap) dau|vao muc nao|thuoc muc nao|muc nao',
);
export const WINDOW = words(
  '(?:lay|tinh|chot|tong hop|thong ke)(?: so lieu| so)? (?:tu|den|trong|theo|ngay|thoi gian|khoang|thang)\\b.*\\b(?:nao|bao gio|may|bao nhieu|khong)|(?:so lieu|so|ky so lieu)\\b.*\\b(?:tu|den) (?:ngay |hom |thang |khi )?(?:nao|may|bao nhieu|bao gio)|tu ngay (?:nao|may)(?: (?:den|toi) ngay (?:nao|may))?|ky so lieu|thoi gian (?:lay|chot|tinh) so lieu',
);
export const HOW_MUCH = words('bao nhieu|may|the nao|nhung gi|nhung so nao|so gi|so may');
export const THE_YEAR = words('ca nam|tu dau nam|nam nay|tu dau nam den nay');
export const ADDED_UP = words('cong|tong|tong cong|duoc (?:bao nhieu|may)|luy ke');
export const SENT_YET =
  /^(?:(?:ua|o|a|da|vay|the|em|chi|anh|chau|bac|bot|oi|la|cai|nay|bao cao|ban) )*(?:da )?(?:gui|nop)(?: (?:bao cao|di|thanh cong|xong|duoc|roi|len|het))* chua\b|\b(?:the|vay) la (?:da )?(?:xong(?: \S+){0,5}|(?:gui|nop|duoc)(?: \S+){0,2})$|\bxong(?: het| viec)?(?: roi)? (?:chua|ha|a)\b|\b(?:gui|nop) (?:thanh cong|xong|duoc) (?:chua|khong)\b|\bnhu (?:the|vay) (?:la )?(?:xong|duoc) (?:chua|ha)\b/u;
export const APPROVED = /\b(?:duyet|thong qua|chap nhan)(?: (?:bao cao|cho em|roi|xong))* chua\b/u;
export const WHICH_FIGURES = words(
  '(?:so|ban|day|cai)\\b.*\\b(?:so cu|so moi|ban cu|ban moi|cua ai|lay o dau|o dau ra|tu dau)',
);
export const WHO_REPORTS = words(
  'ai\\b(?: \\S+){0,4} (?:nop|gui|bao cao|phu trach|chiu trach nhiem|lam bao cao|dau moi)|(?:nop|gui)(?: duoc)? (?:thay|ho|giup) (?:cho )?(?:anh|chi|co|chu|a|c|ong|ba|dong chi|sep)\\b.*\\bkhong|(?:em|e|toi|minh|chau|chuyen vien) (?:co )?(?:tu )?(?:nop|gui|lam)(?: bao cao| truc tiep| luon| thang| ho| thay| giup| thang \\d+| t\\d+| nam)* (?:duoc )?khong|ai (?:nop|gui|nhap|dien|lam) (?:ho|giup|thay)\\b.*\\bkhong',
);
/** Of one that is in: who did it, and when. */
export const WHO_FILED =
  /\bai(?: (?:da|vua|moi|la nguoi|dang|day))? (?:nop|gui)(?! (?:duoc|thay|ho|giup|khong))(?: \S+){0,3}$|^(?:\S+ ){0,3}do ai (?:nop|gui)\b/u;
export const WHO_DID = /\b(?:chua|vua|da|moi|sua|xem|tra|bam|xoa)\b/u;
export const TAKE_BACK = words(
  '(?:rut(?: lai)?|thu hoi(?: lai)?|xoa(?: bo)?|huy(?: bo)?|go bo|lay lai|khoi phuc)(?: (?:giup|ho|giup em|cai|lai|het|di))* (?:bao cao|ban|so cu|so truoc)(?: \\S+){0,4}|(?:nop|gui) (?:nham|lon)(?! (?:tin|cho|nguoi|so|may|dia chi))|(?:huy|rut|thu hoi|rut lai) (?:gui|nop)|sua (?:lai )?(?:duoc )?(?:may|bao nhieu) lan|(?:nop|gui|go|nhap|ghi)(?: \\S+){0,2}(?: roi)?(?: thi)?(?: co)? (?:sua|rut|thay|xoa|lay lai|thu hoi)(?: lai)?(?: duoc)? (?:khong|the nao|sao)',
);
/** What it is to be instead is said along; or something else is drawn. */
export const NO_TAKE_BACK = /\brut (?:kinh nghiem|ngan|gon)\b|(?<!\bban (?:thu )?|\bthang |\bt|\bnam |\bquy )\b\d/u;
/** What a longer report is made of, and what is different about two. */
export const MADE_OF = words(
  '(?:tinh|gom|cong|tong hop|lay|bao gom|tu dong|co)(?: \\S+){0,5} (?:thang \\d+|t\\d+|cac thang|bao cao thang|tung thang)\\b(?:.*(?<!\\p{L})(?:khong|chua|luon|nhi|ha)| \\S*$)',
);
export const LONGER = words('nam|6 thang|9 thang|quy|tu (?:cong|tong hop|dong)');
export const DIFFERENT = words('khac (?:gi|nhau|the nao|cho nao|o dau)|giong nhau|trung nhau');
export const PLAN = words(
  'ke hoach\\b.*\\b(?:so may|so bao nhieu|so nao|ngay nao|ngay may|nao|gi)|so (?:cua )?ke hoach|(?:van ban|cong van) so (?:may|bao nhieu|nao)|(?:file|tep|ban) ke hoach',
);
const PAPER_NAME = '(?:van ban giay|ban giay|ban cung|cong van|van ban|bao cao giay|ban ky|ban dau)';
export const PAPER = words(
  `(?:phai|can|co)\\b.*\\b(?:gui|nop|lam|them)\\b.*\\b${PAPER_NAME}|(?:gui|nop) (?:them |ca )?${PAPER_NAME} nua|${PAPER_NAME}\\b.*\\b(?:co|phai|can)\\b.*\\b(?:khong|nua)|(?:phai|can|co)\\b.*\\b(?:dong dau|ky ten|ky so|chu ky|con dau)|bat buoc(?: \\S+){0,3} (?:${PAPER_NAME}|giay)|(?:gui|nop|can|phai) (?:gui |nop |them |ca )?(?:ban )?giay(?: \\S+){0,2} (?:nua|khong)`,
);
export const WHO_IS_IT =
  /^(?:(?:a|o|ua|da|alo|cho|hoi|xin|loi|vay|the|em|anh|chi) )*(?:ai (?:lam|tao|viet|quan ly|dung) (?:ra )?(?:cai )?(?:bot|he thong|phan mem)(?: nay)?|ai (?:day|the|vay|do|nhan|nhi|o day)(?: \S+){0,2}|so (?:nay )?(?:cua )?ai|so nao (?:day|vay|the)|(?:ban|bot|day|ay|so nay|cai nay|ben nay|may) la (?:ai|gi)|(?:bot )?cua (?:ai|co quan nao|ben nao))(?: (?:a|vay|the|day|em|nhi|oi))*$/u;
export const CALLS =
  /^(?:(?:a|o|da|alo|oi) )*(?:co ai (?:o (?:do|day) )?khong|co ai o (?:do|day)(?: khong| the)?)$|^(?:(?:a|o|da|alo) )*(?:ad|admin|bot|em|anh|chi|ban|co|chu|bac|chau|em oi bot) (?:oi|a oi)(?: (?:oi|ad|bot|em|a|cho hoi|cho em hoi))*$/u;
export const STILL_OWED = words(
  'con (?:thang|ky|bao cao|cai|gi|dot|quy|nhung thang|may thang) ?(?:nao|gi)?\\b.*\\bchua|(?:thang|ky|bao cao|dot|quy) nao(?: \\S+){0,3} chua|(?:xong het|het viec|het bao cao) chua|(?:phan|viec)(?: viec)? (?:cua |giao )?(?:em|toi|minh)(?: \\S+){0,2} (?:gi|nao)|(?:phai )?nop (?:2|3|hai|ba|may|bao nhieu) (?:cai|bao cao|loai|ban)(?: \\S+){0,4}|con (?:no|thieu)(?: \\S+){0,3} (?:nao|gi|khong)',
);
export const CONTACT = words(
  '(?:so dien thoai|sdt|so dt|so may|dien thoai)\\b.*\\b(?:nguoi|can bo|ho tro|phu trach|dieu phoi|lien he|so khcn)|(?:goi|lien he|hoi|gap|nho)(?: voi| cho)? (?:ai|so nao|can bo|nguoi (?:phu trach|ho tro|that))',
);
export const TOO_HARD = words(
  '(?:kho|roi|phuc tap|rac roi|met) (?:qua|the|lam)|(?:khong|chua) biet (?:lam|dien|ghi|nhap|dung)|nho (?:con|chau|vo|chong)(?: \\S+)? lam',
);
