import { fold, foldInPlace } from './fold.ts';

const TAIL = /(?:^|\s+)(?:(?:giup|ho|gium)(?: (?:toi|em|anh|chi|minh|cai))?|ngay|luon|di|nhe|voi|nha|a)[.!]*$/;

/** An order without the courteous words at its end: "HBG, HCG giúp tôi nhé" is "HBG, HCG". */
export function withoutCourtesy(text: string): string {
  let rest = text.trim();
  for (let match = TAIL.exec(foldInPlace(rest)); match !== null; match = TAIL.exec(foldInPlace(rest)))
    rest = rest.slice(0, match.index).trim();
  return rest;
}

const COURTEOUS =
  /^(?:(?:giup|ho|gium|toi|em|anh|chi|minh|cai|lai|ngay|luon|di|nhe|voi|nha|a|bot|oi|vua roi|vua nay|xin|cho)(?:[\s.,!]+|$))*$/;

/** "Giúp em nhé", "đi ạ", or nothing at all. */
export function isOnlyCourteous(text: string): boolean {
  return text.length < 60 && COURTEOUS.test(fold(text));
}

const ASKED_POLITELY =
  /(?:\s+(?:(?:giúp|hộ|giùm|giup|ho|gium)(?:\s+(?:em|tôi|toi|anh|chị|chi|mình|minh))?|nhé|nhe|nha|ạ|với))+[.!]*$/iu;

/** Words of one's own without the asking at their end: "mất điện giúp em nhé" is "mất điện". */
export function withoutAsking(text: string): string {
  return text.replace(ASKED_POLITELY, '').trim();
}
