import { fold } from '../fold.ts';
import { NO_FIGURES, PERIODS } from '../told/told-words.ts';

const HEADS =
  /^(?:cong hoa xa hoi|doc lap|kinh gui|so ?:|v\/v|ve viec|can cu|(?:thuc hien|theo|tiep tuc thuc hien) (?:theo )?(?:ke hoach|cong van|van ban|nghi quyet|chi thi|quyet dinh|huong dan)|bao cao$|bao cao (?:ket qua|tinh hinh|cong tac|thang|quy|nam|ve|thuc hien|dinh ky)|ket qua (?:thuc hien|cong tac|tuyen truyen|trien khai|tham muu)|tinh hinh|(?:so|ubnd|uy ban nhan dan|uy ban mat tran|cong an|hoi|lien doan|ban|tinh doan|dang uy)\b.{0,60}$|.{2,40}, ngay \d)/u;
/** Something is told after all. */
const TELLS = /(?<!\S)(?:da|duoc|dang|to chuc|mo|dat)(?!\S)/u;
const LONGEST = 240;

const OF_PERIOD = /(?<!\S)(?:thang|thg|t) ?\d|(?<!\S)(?:quy|q) ?(?:[1-4]|i)|(?<!\S)[69] thang|(?<!\S)nam 20\d\d/u;
const DAY = /ngay \d{1,2} thang \d{1,2}(?: nam 20\d\d)?/gu;

/** Whether it names a period, which may be another than the report's. */
export function namesPeriod(line: string): boolean {
  return OF_PERIOD.test(fold(line).replace(DAY, ' '));
}

/** "BÁO CÁO", "Kết quả thực hiện công tác tuyên truyền …", "Thực hiện Kế hoạch số …": above a report, and nothing of it. */
export function isLetterHead(line: string): boolean {
  const said = fold(line);
  if (said.length > LONGEST || !HEADS.test(said)) return false;
  const figures = [...NO_FIGURES, PERIODS].reduce((left, shape) => left.replace(shape, ' '), said);
  const isOpening = /(?:nhu sau|bao cao)\s*:?$/u.test(said);
  return !/\d/u.test(figures.replace(/^so ?:.*$/u, '')) && (isOpening || !TELLS.test(said));
}
