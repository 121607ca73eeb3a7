import { foldInPlace } from './fold.ts';

const TAIL = /(?:^|\s+)(?:(?:giup|ho|gium)(?: (?:toi|em|anh|chi|minh|cai))?|ngay|luon|di|nhe|voi|nha|a)[.!]*$/;

/** An order without the courteous words at its end: "HBG, HCG giúp tôi nhé" is "HBG, HCG". */
export function withoutCourtesy(text: string): string {
  let rest = text.trim();
  for (let match = TAIL.exec(foldInPlace(rest)); match !== null; match = TAIL.exec(foldInPlace(rest)))
    rest = rest.slice(0, match.index).trim();
  return rest;
}
