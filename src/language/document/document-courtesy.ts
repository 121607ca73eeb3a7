import { fold } from '../fold.ts';

/** "Trân trọng đề nghị Quý Sở xem xét, tổng hợp./.": asks no more than that the report be taken. */
export function isCourtesy(line: string): boolean {
  const said = fold(line).replace(/(?<![./\s])[./\s]+$/u, '');
  const [, asked = ''] = /(?:de nghi|kinh mong|kinh de nghi|rat mong) (.{1,200})$/u.exec(said) ?? [];
  const from = asked.search(TAKING);
  if (from < 0 || wordsIn(asked.slice(0, from)) > MOST_ADDRESSED || ASKING.test(asked.slice(0, from))) return false;
  return asked
    .slice(from)
    .split(/,| va | de | roi /u)
    .every((part) => TAKING.test(part.trim()) && part.trim().search(TAKING) === 0 && !ASKING.test(part));
}

const TAKING =
  /(?<!\p{L})(?:tong hop|xem xet|theo doi|ghi nhan|tiep nhan|bao cao|nam(?= |$)|biet|trinh|cho y kien|quan tam|chi dao(?= ?$))(?!\p{L})/u;
/** What is asked for after all. */
const ASKING =
  /(?<!\p{L})(?:bo tri|ho tro|cap(?! (?:tren|tinh|tham quyen|co tham quyen|uy|xa|huyen|duoi))|bo sung|to chuc|ban hanh|huong dan|cung cap|tang|mo|dau tu|som|trang bi|tao dieu kien|nang|xay dung|tap huan|kinh phi|bien che|thao go|giai quyet|thiet bi|phe duyet)(?!\p{L})/u;
const MOST_ADDRESSED = 20;

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
