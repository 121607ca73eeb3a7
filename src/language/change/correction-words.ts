import { foldInPlace } from '../fold.ts';

/** What people say before what they change: second thoughts. Of folded text. */
export const SECOND_THOUGHTS =
  /^\s*(?:(?:thoi(?: chet)?(?=[\s,]+\S)|chet(?: roi)?(?=[\s,]+\S)|khoan(?: da)?|tu tu(?: da)?|cho (?:chut|ti)|doi (?:chut|ti)|nham(?: roi| r)?|(?:(?:em|e|minh|toi)\s+)?(?:ghi|go|nhap|bao) (?:nham|sai)(?: roi| r)?|sai(?: roi| r)?|xin loi|a|ay|o|oi|ui|ua|quen)(?: (?:em|e|a|anh|chi|c))?(?:[\s,.:!…-]+|$))+/;
const VERBS = /(?:sua|doi|chinh|thay|dinh chinh|dieu chinh|cap nhat|dat|chinh sua|sua doi)/;
const CHANGING = new RegExp(
  String.raw`^\s*(?:(?:da|em|e|anh|a|chi|c|ad|cho(?: em| e| toi)?|nho|xin|em muon|toi muon|muon|can|bot|oi|thi|con|lai|y(?: em| e| toi| minh)? la|giup(?: em| e| toi)?|ho(?: em)?|muc|phan|so lieu|ghi lai|(?:${VERBS.source})(?: lai)?(?: giup| ho)?(?: em| e| toi)?)(?:[\s,:]+|$))+`,
);
const COURTEOUS =
  /^\s*(?:(?:da|em|e|anh|a|chi|c|cho(?: em| e| toi)?|nho|xin|giup(?: em| e| toi)?|bot|oi)(?:[\s,:]+|$))+/;
const SAYS_CHANGE = new RegExp(String.raw`(?<!\S)(?:${VERBS.source}|ghi lai)(?!\S)`);
const TAIL =
  /(?:[\s,]+(?:em nham|em ghi nham|em go nham|nham|ghi nham|go nham|nhe|nha|a|ak|ah|giup em|giup e|giup|thoi|bot|nua|moi dung|em|e|di|luon|chi|c|anh|ad|oi|(?<!\bto\s)roi|r))+[.!]*$/;

/** The folded text without the words before what changes. `isChanging`: some of them say that something does, or was wrong. */
export function wordsOfChange(folded: string, isVerbToo = true): { rest: string; isChanging: boolean } {
  let rest = folded;
  let isChanging = false;
  for (let turn = 0; turn < 2; turn++) {
    const thoughts = SECOND_THOUGHTS.exec(rest)?.[0] ?? '';
    isChanging ||= /[a-z]{3}/.test(thoughts);
    rest = rest.slice(thoughts.length);
    const lead = (isVerbToo ? CHANGING : COURTEOUS).exec(rest)?.[0] ?? '';
    isChanging ||= SAYS_CHANGE.test(lead);
    rest = rest.slice(lead.length);
  }
  return { rest, isChanging };
}

/** Without the courteous words at its end; give it a folded text, or one whose length is to be kept in step. */
export function withoutTail(text: string): string {
  const tail = TAIL.exec(foldInPlace(text));
  return tail === null ? text.replace(/[.!\s]+$/u, '') : text.slice(0, tail.index);
}
