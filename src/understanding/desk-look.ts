import { fold } from '../language/fold.ts';
import { periodsIn } from '../language/time/period-word.ts';
import type { Situation } from './meaning.ts';
import { unitsIn } from './name-unit.ts';
import type { CommandSaid } from './new-order.ts';
import { ABOUT_ORDER, WHAT_WAITS } from './spoken-order.ts';

const LONGEST = 90;
const LEAD = '^(?:(?:em|bot|oi|chi|anh|cho|xem|xin|the|vay|giup|toi|minh|gui|liet ke|mo) )*';

/** Lists a coordinator asks for, by what they are called; each only shows something. */
const LISTS: readonly (readonly [RegExp, CommandSaid])[] = [
  [
    new RegExp(
      `${LEAD}(?:tinh hinh|tien do|sang nay the nao|hom nay the nao)(?: (?:chung|the nao|sao|roi|den dau|toi dau|nhi|em|a|nay|ky|thang|hom))*$`,
      'u',
    ),
    { name: 'tonghop', args: '' },
  ],
  [
    /^(?!.*\b(?:da|hua|hen)\b).*\b(?:can|phai) goi(?: dien| ai)?\b|\bgoi (?:cho )?ai (?:bay gio|day|truoc|nua|nhi)\b|\bgoi nhung ai\b/u,
    { name: 'goi', args: '' },
  ],
  [
    new RegExp(
      `${LEAD}(?:(?:danh sach|ds|nhung bao cao|cac bao cao|bao cao nao|co bao cao nao|con (?:may|bao nhieu) (?:cai|bao cao)?) ?(?:dang |con |can )?(?:cho duyet|chua duyet|can duyet|can xem)|ve danh sach cho duyet|(?:co )?bao cao nao (?:bat thuong|la|sai|dang ngo))(?!\\S)`,
      'u',
    ),
    { name: 'duyet', args: '' },
  ],
  [
    /\b(?:bao lau nua|may ngay nua|bao gio|khi nao|con may ngay)\b.*\b(?:gui|nop|trinh) (?:bao cao )?(?:len |cho )?(?:tinh|ubnd)\b(?! (?:doan|uy))/u,
    { name: 'nhiemvu', args: '' },
  ],
  [
    /\b(?:con|co) (?:tin|thong bao)(?: nao)? (?:dang |da )?hen\b|\bxem (?:cac )?(?:thong bao|tin) (?:dang |da )hen\b/u,
    { name: 'thongbao', args: 'danh sách' },
  ],
  [
    new RegExp(
      `${LEAD}(?:huy|bo|dung|xoa) (?:cai |viec )?hen(?: gio)?(?: (?:gui|do|nay|di|nhe|giup|chi|em|luon))*$`,
      'u',
    ),
    { name: 'thongbao', args: 'dừng' },
  ],
  [
    /\b(?:co )?(?:ai|don vi nao|noi nao|huyen nao|so nao)\b(?: \S+){0,3} (?:vuong|kho khan|vuong mac|hoi) gi\b|\bco ai (?:hoi|vuong) gi\b/u,
    { name: 'vuongmac', args: 'danh sách' },
  ],
  [
    /^(?:(?:em|bot|oi|cho|chi|xem|co|con|hien|cac|nhung|may|danh sach|ds|liet ke) )*bao cao dot xuat (?:nao )?(?:dang (?:chay|mo|co|cho)|con (?:mo|han|chay)|hien co|nao|dau|la nhung cai nao)(?: (?:khong|a|em|nhi|the))*$/u,
    { name: 'dotxuat', args: 'danh sách' },
  ],
  [
    /^(?:(?:em|bot|oi|the|hom nay|sang nay|bay gio|gio|tuan nay|chi|anh|toi|minh) )*(?:con |co )?(?:can|phai|nen) (?:lam|xu ly)(?: nhung)? (?:gi|viec gi)(?: (?:truoc|nhi|em|a|day|hom nay|bay gio|nua))*$/u,
    { name: 'tonghop', args: '' },
  ],
  [
    /^(?:(?:em|bot|oi|the|gio|bay gio|chi|anh|toi|minh|co) )*con (?:nhung |cac )?(?:viec|lenh)(?: (?:gi|nao))? (?:(?:dang |con )?(?:dang|lam|bo) do|do dang|dang cho|chua (?:lam|xong)|cho lam)(?: dang)?(?: (?:khong|ko|k|nua|a|em|nhi|khong em))*$/u,
    { name: ABOUT_ORDER, args: WHAT_WAITS },
  ],
  [/\banh (?:bang theo doi|tinh hinh)\b/u, { name: 'xuat', args: 'ảnh' }],
];

/** "Tình hình", "ds cần gọi điện", "danh sách chờ duyệt", "hủy cái hẹn đi": the command that shows it; null where it is none of these. */
export function readDeskLook(text: string): CommandSaid | null {
  const said = fold(text)
    .replace(/[.,;:!?~“”"']+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said.length > LONGEST || text.includes('\n') || text.startsWith('/')) return null;
  return LISTS.find(([words]) => words.test(said))?.[1] ?? null;
}

const DUE_WHAT =
  /\b(?:phai|can|se) (?:nop|gui|lam|bao cao) (?:nhung )?gi\b|\b(?:nop|gui|lam) (?:(?:nhung|cac|may|nhung cai) )?bao cao (?:gi|nao)\b|\bbao cao (?:gi|nao) (?:phai nop|can nop|den han|toi han|se den han)\b|\b(?:nhung|cac) bao cao (?:phai nop|can nop|den han|toi han)\b|\bco (?:(?:nhung|cac|may) )?bao cao (?:gi|nao)(?: (?:nhi|a|em|the|day|phai nop|can nop))*$/u;
const OF_UNITS = /\b(?:chua|da|ai|don vi nao|noi nao|huyen nao|so nao|duyet|tra|muon|tre|nhan|thieu|vua|moi)\b/u;

/** "Tháng 12 phải nộp những báo cáo nào": the month to come, or this one; null where something else is asked. */
export function dueInMonth(text: string, { today, reports, units }: Situation): string | null {
  const said = fold(text)
    .replace(/[.,;!?]+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said.length > LONGEST || !DUE_WHAT.test(said) || OF_UNITS.test(said) || unitsIn(text, units).length > 0)
    return null;
  const isMonthly = reports.some(({ frequency }) => frequency === 'monthly');
  const [month, another] = periodsIn(text, today, isMonthly);
  const isMonth = month !== undefined && another === undefined && /^\d{4}-\d{2}$/u.test(month);
  return isMonth && month >= today.slice(0, 7) ? month : null;
}
