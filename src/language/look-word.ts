import { fold } from './fold.ts';

const LOOKS =
  /^(?:(?:da|vang|em|e|anh|chi|cho|bot|oi|a|the|muon|xin) )*(?:xem lai|xem|gui lai|mo lai|hien lai|doc lai|cho xem lai|hien|mo)(?: (?:cai|ban|bao cao|bc|giup|ho|em|e|anh|chi|nhe|a|di|luon|nao|ti|chut|voi|xem|truoc|toi|minh|do|nay|ban do|nhu the nao))*[.! ]*$/u;

/** "Xem lại cái", "gửi lại giúp em": what was typed is to be shown once more. */
export function wantsToLook(text: string): boolean {
  return text.length <= 60 && LOOKS.test(fold(text));
}
