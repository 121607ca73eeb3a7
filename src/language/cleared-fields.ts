import type { FormField } from '../domain/report-form.ts';
import { withoutTail } from './correction-words.ts';
import type { FieldNames } from './field-names.ts';
import { countedField } from './relative-change.ts';

const CLEARING =
  /^(?:bo|xoa|xoa bo|bo trong|de trong|gach|gach bo|loai|loai bo|(?:khong|ko|k|dung|khoi|thoi) (?:tinh|ghi|lay|bao|dem))(?: (?:het|di|luon|muc|phan|so|con so|cai|giup|ho|em|ca))* (?=\p{L})/u;
const CLEARED =
  /^(?:cho )?(\p{L}[\p{L} ,]{1,40}?)(?: (?:khong|ko|k|chua) (?:co|phai)[^,]{0,30},)?,? (?:thi )?(?<!can )(?:bo|xoa|xoa bo|de trong|de trang|bo trong|xoa trong|xoa trang|ve trong|gach di|khoi tinh|khong tinh|ko tinh|dung tinh)(?: (?:di|het|ra|trong|qua|giup|cho|luon|nua|xoa|bo))*$/u;
const NONE_BEHIND = /,\s*(?:khong|ko|k|chua) (?:co|dung|chi|phat sinh|su dung)(?: (?:gi|dau|ma|nua|a|het|ca))*[.! ]*$/u;

/** The keys of the fields that are to be empty again: "bỏ kinh phí đi, ko có đâu", "vướng mắc bỏ đi", "thôi bỏ tin bài với phát thanh". */
export function clearedIn(names: FieldNames, said: string): string[] {
  const bare = withoutTail(said.replace(NONE_BEHIND, ''));
  const clearing = CLEARING.exec(bare)?.[0];
  const of = clearing === undefined ? (CLEARED.exec(bare)?.[1] ?? '') : bare.slice(clearing.length);
  const label = of.replace(/,? (?:de |cho )?(?:trong|xoa|bo)$/u, '');
  const whole = names.named(label);
  if (whole !== null) return [whole.field.key];
  const all = label.split(/\s*,\s*|\s(?:va|voi|lan|ca)\s/u).map((one) => names.named(one) ?? countedBare(names, one));
  return all.every((one) => one !== null) ? all.map(({ field }) => field.key) : [];
}

/** "Tờ rơi": by one of the things a field counts. */
function countedBare(names: FieldNames, label: string): { field: FormField } | null {
  const field = countedField(names, label);
  return field === null ? null : { field };
}
