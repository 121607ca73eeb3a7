import { fold } from './fold.ts';

const LONGEST = 60;
const HOUR = '\\d{1,2} ?(?:h|gio|g)(?: ?\\d\\d)?';
const MARKS = /(?:[.,;:!~()^…“”"'\p{Extended_Pictographic}]|\ufe0f)+/gu;
const HASTE = `${HOUR} roi|(?:sap|gan) (?:het|qua|tre) (?:gio|han)(?: roi)?|(?:het|qua|tre) (?:gio|han) roi|cuoi gio(?: roi)?|(?:thoi )?chet(?: roi| that| cha| toi)?|troi oi|oi troi(?: oi)?|troi dat(?: oi)?|(?:met|tre|gap|muon|ban|voi) (?:qua|lam|roi|nua)|(?:cho )?kip (?:gio|han|${HOUR})|huhu|hu hu|hic|hix|haiz|khong phai`;
const A_SIGH = new RegExp(`(?<!\\S)(?:${HASTE})(?!\\S)`, 'u');
const SIGHS = new RegExp(`(?<!\\S)(?:${HASTE})(?!\\S)`, 'gu');
const AROUND = new Set(
  'em e chi anh c bot ad oi a ah o ua ui u nhe nha roi luon qua lam ma day the vay thi la toi tui minh da vang thoi nua cho voi chu co bac lo that gio xin loi thong cam dang phai'.split(
    ' ',
  ),
);

/** "Chết", "16h50 rồi trời ơi", "sắp hết giờ rồi": haste and sighs, which say nothing of a report. */
export function isSigh(text: string): boolean {
  const said = plainOf(text);
  if (said === '' || said.length > LONGEST || !A_SIGH.test(said)) return false;
  return said
    .replace(SIGHS, ' ')
    .split(' ')
    .every((word) => word === '' || AROUND.has(word));
}

/** Folded words without the sighs among them: "16h50 roi gui di" is "gui di". */
export function withoutSighs(said: string): string {
  return said.replace(SIGHS, ' ').replace(/\s+/gu, ' ').trim();
}

const FIRST_PART = /^[^,;.!\n]{2,60}[,;.!]+\s+(?=\S)/u;

/** What is said behind the sighs a text begins with: "sắp hết giờ rồi, hn 2, dự 88". */
export function behindSighs(text: string): string {
  let rest = text;
  for (let lead = FIRST_PART.exec(rest)?.[0]; lead !== undefined && isSigh(lead); lead = FIRST_PART.exec(rest)?.[0])
    rest = rest.slice(lead.length);
  return rest;
}

function plainOf(text: string): string {
  return fold(text).replace(MARKS, ' ').replace(/\s+/gu, ' ').trim();
}
