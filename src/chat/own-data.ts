import { answerRequest, askAboutData, copyOwnData } from '../actions/own-data.ts';
import { isAllowed } from '../domain/access.ts';
import { OWN_DATA, sayAnswerSent, sayOpenRequests, sayRequestTaken } from '../wording/own-data.ts';
import { sayProblem } from '../wording/problems.ts';
import { today } from './look-up.ts';
import type { Turn } from './turn.ts';

/** Longer than any sentence, shorter than a report. */
const LONGEST_REQUEST = 1000;

/** Gives the person a copy of what is kept about them: in words, and as a file. */
export function giveCopy(turn: Turn, person: number): void {
  const copy = copyOwnData(turn.desk, person);
  if (copy === null) return;
  turn.say(copy.text);
  turn.attach(copy.file, OWN_DATA.caption);
}

/** Takes a request; without words those who answer them see what is open. */
export function takeRequest(turn: Turn, person: number, words: string): void {
  const text = words.trim().slice(0, LONGEST_REQUEST);
  if (text !== '') return turn.say(sayRequestTaken(askAboutData(turn.desk, { person, at: turn.now }, text)));
  if (!isAllowed(turn.memberships, 'view-units')) return turn.say(OWN_DATA.howToAsk);
  const { store } = turn.desk;
  const open = store.dataRequests.open().map((one) => ({ ...one, name: store.people.find(one.person)?.name ?? '' }));
  turn.say(sayOpenRequests(open, today(turn)));
}

/** "3 Đã sửa": the number of a request, and the answer to it. */
export function answerOne(turn: Turn, person: number, words: string): void {
  const match = /^#?(\d{1,9})\s+(\S[\s\S]*)$/u.exec(words.trim());
  if (match?.[1] === undefined || match[2] === undefined) return turn.say(OWN_DATA.howToAnswer);
  const answered = answerRequest(turn.desk, { person, at: turn.now }, Number(match[1]), match[2]);
  turn.say(answered.ok ? sayAnswerSent(answered.value.id) : sayProblem(answered.problem, turn.desk.zone));
}
