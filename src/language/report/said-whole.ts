import type { ReportForm } from '../../domain/report-form.ts';
import { plainWords } from '../question-form.ts';
import { fieldNames } from './field-names.ts';

type Values = Readonly<Record<string, number | string>>;

const NO_MONEY =
  /^(?:(?:da|em|ben em|don vi|ky nay|thang nay|thi|minh|toi) )*(?:khong|chua) (?:ton|mat|het|chi|dung|su dung|phai chi|ton kem)(?: (?:mot|1|kinh phi|het|gi|den|phai))* ?(?:dong|xu|tien|kinh phi|ngan sach)?(?: (?:nao|gi|ca|het|a|dau))*$/u;
const MONEY = /\b(?:dong|xu|tien|kinh phi|ngan sach|ton kem)\b/u;
const NONE_OF =
  /^(?:(?:da|em|ben em|don vi|ky nay|thang nay|thi|minh|toi|hien|cung) )*(?:khong|chua) (?:co|gap|phat sinh) (.{3,60}?)(?: (?:gi|nao|ca|het|dau|a|them))*$/u;

/**
 * What a short text says as a whole, where it names no value: "không tốn đồng nào", "ko có vướng mắc, kiến
 * nghị gì". Null where it says anything else.
 */
export function saidOfWhole(form: ReportForm, text: string): Values | null {
  return noMoney(form, text) ?? noneOfTexts(form, text);
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
