import { describe, expect, it } from 'vitest';
import { withoutAsides } from '../../src/language/change/aside-brackets.ts';
import { isCorrecting, isOnlySecondThoughts, readChange } from '../../src/language/change/correction.ts';
import { isYes, parseOrdinal, readReply } from '../../src/language/choice-word.ts';
import { parseCommand } from '../../src/language/command-line.ts';
import { readMissing } from '../../src/language/desk/audience-words.ts';
import { withoutDocumentNumber } from '../../src/language/document/document-number.ts';
import { drawEmoticons } from '../../src/language/emoticons.ts';
import { fold, foldInPlace, lower, tidy } from '../../src/language/fold.ts';
import { isPlainTail, readAmount } from '../../src/language/number/amount.ts';
import { parseCount, parseMoney } from '../../src/language/number/numbers.ts';
import { isQuestion } from '../../src/language/question-form.ts';
import { readAnswer } from '../../src/language/report/guided-answer.ts';
import { isNothingToReport } from '../../src/language/report/nothing-to-report.ts';
import { readReportDocument } from '../../src/language/report/report-document.ts';
import { cleanText, isBlank } from '../../src/language/report/report-field.ts';
import { splitHeader } from '../../src/language/report/report-header.ts';
import { fromItsPeriod, layOut } from '../../src/language/report/report-prose.ts';
import { fillTemplate, parseField, parseReport } from '../../src/language/report/report-template.ts';
import { saidOfWhole } from '../../src/language/report/said-whole.ts';
import { mayBeText, saysSend } from '../../src/language/review-reply.ts';
import { isAcknowledgement, isCourtesy } from '../../src/language/small-talk.ts';
import { readStandInAnswer, readStandInTalk } from '../../src/language/stand-in-word.ts';
import { parsePeriod } from '../../src/language/time/period-word.ts';
import { saysNoneAtEnd } from '../../src/language/told/told-none.ts';
import { asksOneByOne, isOnlyAround, wantsForm } from '../../src/language/wish-words.ts';
import { readInstead } from '../../src/understanding/amend-units.ts';
import { asksForForm } from '../../src/understanding/asked.ts';
import { HEARD } from '../../src/understanding/command-words.ts';
import { readDeskLook } from '../../src/understanding/desk-look.ts';
import { splitExcept } from '../../src/understanding/except.ts';
import { readPeopleQuestion } from '../../src/understanding/people-question.ts';
import { orderBehind, readPreviewWord } from '../../src/understanding/preview-word.ts';
import { readRoundQuestion } from '../../src/understanding/round-question.ts';
import { readSideQuestions } from '../../src/understanding/side-question.ts';
import { readCalls } from '../../src/understanding/spoken-call.ts';
import { readEnding, readHandOver } from '../../src/understanding/spoken-people.ts';
import { suggestCommands } from '../../src/understanding/suggest.ts';
import { readTicketReply, readTicketsOf } from '../../src/understanding/ticket-order.ts';
import { FORM, fieldOf } from './form.ts';

type Parser = (text: string) => unknown;

const NOVEMBER = { key: '2026-11', lastDay: '2026-11-28', unitIn: () => null };
const NAMES = ['nhiemvu', 'nop', 'lichsu', 'toi', 'huy', 'status'];
const PARSERS: Readonly<Record<string, Parser>> = {
  parseReport: (text) => parseReport(FORM, text),
  fillTemplate: (text) => fillTemplate(FORM, 'thang 2026-11 HBG', { ket_qua: text }),
  parsePeriod: (text) => parsePeriod(text, '2026-11-05'),
  parseCommand: (text) => parseCommand(text, NAMES),
  suggestCommands: (text) =>
    suggestCommands(
      text,
      Object.entries(HEARD).map(([name, heard]) => ({ name, ...heard })),
    ),
  drawEmoticons,
  readDeskLook,
  readCalls: (text) => readCalls(text, { today: '2026-11-05', time: '08:00' }, []),
  splitExcept,
  readPeopleQuestion: (text) => readPeopleQuestion(text, { units: [] }),
  readPreviewWord,
  orderBehind: (text) => orderBehind(text, []),
  readTicketReply: (text) => readTicketReply(text, { units: [] }),
  readTicketsOf: (text) => readTicketsOf(text, { units: [] }),
  readHandOver: (text) => readHandOver(text, { units: [] }),
  readEnding: (text) => readEnding(text, { units: [] }),
  readInstead: (text) => readInstead(text, []),
  readRoundQuestion: (text) => readRoundQuestion(text, { today: '2026-11-05', reports: [], forms: [FORM], units: [] }),
  readReply,
  isYes,
  parseOrdinal,
  'parseField of a count': (text) => parseField(fieldOf('hoi_nghi'), text),
  'parseField of money': (text) => parseField(fieldOf('kinh_phi'), text),
  'parseField of a text': (text) => parseField(fieldOf('ket_qua'), text),
  parseCount,
  parseMoney,
  readAmount,
  isPlainTail,
  isNothingToReport,
  isCourtesy,
  isAcknowledgement,
  asksForForm,
  'readReportDocument of lines': (text) => readReportDocument(FORM, [{ kind: 'line', text }], NOVEMBER),
  'readReportDocument of a table': (text) =>
    readReportDocument(FORM, [{ kind: 'table', rows: text.split('\n').map((row) => row.split(' ')) }], NOVEMBER),
  readChange: (text) => readChange(FORM, text),
  isCorrecting,
  isOnlySecondThoughts,
  'readAnswer to a number': (text) => readAnswer(FORM, fieldOf('nguoi_du'), text),
  'readAnswer to a text': (text) => readAnswer(FORM, fieldOf('ket_qua'), text),
  splitHeader,
  cleanText,
  isBlank,
  readMissing,
  saysNoneAtEnd,
  readStandInTalk,
  readStandInAnswer,
  saysSend,
  mayBeText,
  withoutAsides,
  isQuestion,
  asksOneByOne,
  isOnlyAround,
  wantsForm,
  'saidOfWhole, cut as it is': (text) => saidOfWhole(FORM, text.slice(0, 300)),
  readSideQuestions: (text) =>
    readSideQuestions(text, { today: '2026-11-05', reports: [], forms: [FORM], isOfUnit: true, isInReport: true }),
  withoutDocumentNumber,
  fromItsPeriod,
  layOut,
  tidy,
  fold,
  foldInPlace,
  lower,
};

const MARKS = [
  '\n',
  '\r',
  ' ',
  '\t',
  '\u00a0',
  ':',
  '=',
  '.,',
  ',',
  '(',
  '()',
  '#',
  '/',
  '@',
  '"',
  '“',
  '*',
  '\u200b',
  '\u202e',
];
const LETTERS = [
  'a',
  'a ',
  'ạ ',
  'a\n',
  'a: b\n',
  '😀',
  '\ufe0f',
  '\u0301',
  'a\u0301',
  'a"',
  '"a" ',
  '(a',
  '- ',
  '| a\n',
  'i.',
];
const DIGITS = ['1', '1 ', '1.', '1,', '3\n', '2026-', 't1', '12tr', '1 tỷ '];
const WORDS = [
  'em ',
  'dạ ',
  'đi em ',
  'cái ',
  'không ',
  'năm ',
  'tháng ',
  'thang 1 ',
  '6 thang ',
  'cho ',
  'trong ky ',
  'một ',
];
const LABELS = [
  'hội nghị: ',
  'hoi_nghi=',
  'hoi_nghi="',
  'hoi_nghi: 3\n',
  'hoi_nghi (',
  '#bc thang ',
  'kinh phí ',
  'đăng 5 tin bài ',
];
const ATOMS = [...MARKS, ...LETTERS, ...DIGITS, ...WORDS, ...LABELS];
const FRAMES: readonly (readonly [string, string])[] = [
  ['', 'x'],
  ['Kết quả: a', ' thang 1'],
  ['- a', '1'],
];

/** From small to large, so that time that doubles with every letter is met before it would last for ever. */
const SMALL = 128;
const LARGE = 4096;
/** These read a text line by line in many ways: quadratic time shows sooner, and the suite stays short. */
const LARGE_OF: Readonly<Record<string, number>> = {
  parseReport: 2048,
  fillTemplate: 2048,
  readChange: 2048,
  'readAnswer to a number': 2048,
  'readAnswer to a text': 2048,
};
/** Below this many milliseconds the machine's own noise is larger than what is measured. */
const FLOOR_MS = 6;
/** Into so many pieces is a text cut that is read a second time. */
const PIECES = 8;
/**
 * Reading a text whole against reading its pieces one after another: linear work takes 1 time as long, quadratic work 8 times. Between
 * the two no machine's noise reaches; between a text and one half of it (2 and 4 times) it did.
 */
const LARGEST_GROWTH = 3;

function filled(atom: string, size: number, [before, after]: readonly [string, string]): string {
  return before + atom.repeat(Math.ceil(size / atom.length)).slice(0, size) + after;
}

/** Milliseconds of this thread's own work: on a busy machine the clock on the wall counts everybody's. */
function timed(parse: Parser, text: string): number {
  const from = process.threadCpuUsage();
  parse(text);
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1000;
}

/** Beside this much work the machine's noise is small: measured once is enough. */
const LONG_MS = 80;

/** The least of so many measurements, or the first that is under the floor, since more of them would only be lower, or is long. */
function bestOf(count: number, measure: () => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let done = 0; done < count && least >= FLOOR_MS && (done === 0 || least < LONG_MS); done++)
    least = Math.min(least, measure());
  return least;
}

/** How many times longer the text takes whole than in pieces; measured again while it looks bad, since others use the machine too. */
function growth(parse: Parser, atom: string, size: number, frame: readonly [string, string]): number {
  const whole = filled(atom, size, frame);
  const piece = filled(atom, size / PIECES, frame);
  const inPieces: Parser = () => {
    for (let done = 0; done < PIECES; done++) parse(piece);
  };
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 1; tries <= 4 && least >= LARGEST_GROWTH; tries++) {
    const time = bestOf(tries, () => timed(parse, whole));
    if (time < FLOOR_MS) return 1;
    least = Math.min(least, time / bestOf(tries, () => timed(inPieces, piece)));
  }
  return least;
}

function firstFault(parse: Parser, largest: number): string | null {
  for (const size of [SMALL, largest]) {
    for (const atom of ATOMS) {
      for (const frame of FRAMES) {
        if (timed(parse, filled(atom, size, frame)) < FLOOR_MS) continue;
        if (growth(parse, atom, size, frame) < LARGEST_GROWTH) continue;
        // A long text may be read in another way than a short one: that step is no growth, and is not there at four times the size.
        const times = growth(parse, atom, 4 * size, frame);
        if (times >= LARGEST_GROWTH) return `${size} characters of ${JSON.stringify(atom)}: ${times.toFixed(1)} times`;
      }
    }
  }
  return null;
}

describe('the time that reading takes grows no faster than the text', () => {
  it.each(Object.entries(PARSERS))('%s', (name, parse) => {
    expect(firstFault(parse, LARGE_OF[name] ?? LARGE)).toBeNull();
  });
});

describe('what would be noticed', () => {
  it('is work that grows with the square of the text', () => {
    const pairs: Parser = (text) => {
      let alike = 0;
      for (let i = 0; i < text.length; i++)
        for (let j = 0; j < text.length; j++) if (text.charCodeAt(i) === text.charCodeAt(j)) alike++;
      return alike;
    };
    expect(firstFault(pairs, LARGE)).toMatch(/^4096 characters of .*: [5-9]\.\d times$/u);
  });
});
