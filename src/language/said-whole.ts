import type { ReportForm } from '../domain/report-form.ts';
import { documentNumberIn, withoutDocumentNumber } from './document-number.ts';
import { fieldNames } from './field-names.ts';
import { plainWords } from './question-form.ts';

type Values = Readonly<Record<string, number | string>>;

/** The field for what was sent as a document besides. */
const DOCUMENT = 'van_ban';
const AROUND_DOCUMENT =
  /^(?:(?:em|toi|minh|don vi|ben em|da|co|gui|van ban|cong van|bao cao|so|ngay|kem|theo|cua|huyen|so hieu|ky hieu|chinh thuc|giay|la|thi|o|va|a|nhe|day|nay) ?)*$/u;
const NO_MONEY =
  /^(?:(?:da|em|ben em|don vi|ky nay|thang nay|thi|minh|toi) )*(?:khong|chua) (?:ton|mat|het|chi|dung|su dung|phai chi|ton kem)(?: (?:mot|1|kinh phi|het|gi|den|phai))* ?(?:dong|xu|tien|kinh phi|ngan sach)?(?: (?:nao|gi|ca|het|a|dau))*$/u;
const MONEY = /\b(?:dong|xu|tien|kinh phi|ngan sach|ton kem)\b/u;
const NONE_OF =
  /^(?:(?:da|em|ben em|don vi|ky nay|thang nay|thi|minh|toi|hien|cung) )*(?:khong|chua) (?:co|gap|phat sinh) (.{3,60}?)(?: (?:gi|nao|ca|het|dau|a|them))*$/u;

/**
 * What a short text says as a whole, where it names no value: "văn bản số 2210/BC-CAT ngày 16/11/2026", "không tốn đồng nào", "ko có vướng mắc, kiến
 * nghị gì". Null where it says anything else.
 */
export function saidOfWhole(form: ReportForm, text: string): Values | null {
  return documentOnly(form, text) ?? noMoney(form, text) ?? noneOfTexts(form, text);
}

function documentOnly(form: ReportForm, text: string): Values | null {
  const number = documentNumberIn(text);
  const isAsked = form.fields.some(({ key, kind }) => key === DOCUMENT && kind === 'text');
  if (number === null || !isAsked || !AROUND_DOCUMENT.test(plainWords(withoutDocumentNumber(text)))) return null;
  return { [DOCUMENT]: number };
}

function noMoney(form: ReportForm, text: string): Values | null {
  const said = plainWords(text);
  const [only, another] = form.fields.filter(({ kind }) => kind === 'money');
  if (only === undefined || another !== undefined || !NO_MONEY.test(said) || !MONEY.test(said)) return null;
  return { [only.key]: 0 };
}

/** Of several texts; of one its own words are kept elsewhere. */
function noneOfTexts(form: ReportForm, text: string): Values | null {
  const [, what = ''] = NONE_OF.exec(plainWords(text)) ?? [];
  const names = fieldNames(form);
  const parts =
    what === '' ? [] : what.split(/ (?:va|hay|hoac|cung nhu) | (?=(?:vuong mac|kien nghi|de xuat|kho khan)\b)/u);
  const fields = parts.map((part) => names.named(part)?.field);
  if (parts.length < 2 || fields.some((field) => field === undefined || field.kind !== 'text' || field.required))
    return null;
  return Object.fromEntries(fields.flatMap((field) => (field === undefined ? [] : [[field.key, 'Không có']])));
}
