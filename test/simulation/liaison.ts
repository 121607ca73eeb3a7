import type { Account, Person } from './person.ts';
import type { Arrived } from './platform-bot.ts';
import type { Reading } from './reading.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the world lets a liaison know beyond what they read. */
export interface Surroundings {
  /** The cut-off of a task, as printed in every message about it. */
  cutOffOf(task: number): number | null;
  /** A report is about to be confirmed: one more version may come of it. */
  confirms(person: Person): void;
  /** A name no picture had before. */
  nextPicture(): string;
  /** The unit's people have decided that this report is not their business any more. */
  isDone(person: Person, task: number): boolean;
}

interface Desk {
  task: number | null;
  account: Account | null;
  /** Goes up with everything they do, so that an older plan is dropped. */
  turn: number;
  tries: number;
  figure: number;
}

/** Gets reports in, more or less: from a reminder or of their own accord, with all that people do wrong. */
export function createLiaison(person: Person, world: Surroundings) {
  const { dice } = person;
  const desk: Desk = { task: null, account: null, turn: 0, tries: 0, figure: 0 };

  function isDue(account: Account): boolean {
    return !account.platform.gone.has(account.address);
  }

  /** The next thing, unless something else was done meanwhile. */
  function next(ms: number, act: () => void): void {
    const { turn } = desk;
    person.later(ms, () => {
      if (desk.turn === turn) act();
    });
  }

  /** That, and nothing before it: they wait for a reason, and ask nobody meanwhile. */
  function instead(ms: number, act: () => void): void {
    desk.turn += 1;
    next(ms, act);
  }

  /** Does it; when no answer comes, once more later, and in the end not any more. */
  function doing(account: Account, act: () => void): void {
    desk.account = account;
    desk.turn += 1;
    act();
    next((0.3 + dice.number()) * HOUR, () => giveUpOrAgain(account));
  }

  function giveUpOrAgain(account: Account): void {
    desk.tries += 1;
    if (desk.tries > 5) return rest();
    // People wait for the office to open rather than for an answer at night.
    doing(account, () => (desk.task === null ? person.type(account, '/nhiemvu') : begin(account, desk.task)));
  }

  function rest(): void {
    desk.turn += 1;
    desk.task = null;
    desk.tries = 0;
  }

  /** Begins the report of one task in one of the ways there are. */
  function begin(account: Account, task: number): void {
    desk.task = task;
    if (dice.chance(0.12)) return person.type(account, `/nop ${task} khong phat sinh`);
    if (dice.chance(0.06)) return sendPictures(account);
    if (dice.chance(0.5)) return person.type(account, `/nop ${task} ${line()}`);
    person.type(account, `/nop ${task}`);
  }

  /** One line of figures, at times a wrong one. */
  function line(): string {
    desk.figure = dice.between(20, 999);
    const wrong = dice.chance(0.06)
      ? dice.pick([' tin_bai=-4', ' tin_bai=nhiều', ' phat_thanh=2,7', ' cong_ttdt=1,5'])
      : '';
    const money = dice.chance(0.2) ? ` kinh_phi=${dice.between(1, 90)},5` : '';
    return `hoi_nghi=${dice.between(0, 9)} nguoi_du=${desk.figure}${wrong}${money} ket_qua=Đã tuyên truyền ${desk.figure} lượt`;
  }

  function readQuestion(account: Account, seen: Arrived, of: 'count' | 'money' | 'text', optional: boolean): void {
    if (optional && dice.chance(0.5) && person.choose(account, seen, /^(Bỏ qua|Giữ nguyên)$/u)) return;
    if (dice.chance(0.04)) return person.type(account, dice.pick(['không rõ lắm', '-3', 'khoảng chục']));
    person.type(
      account,
      of === 'count' ? String(dice.between(0, 300)) : of === 'money' ? `${dice.between(1, 80)},5` : 'Đã làm tốt',
    );
  }

  function readPreview(account: Account, seen: Arrived): void {
    const cutOff = desk.task === null ? null : world.cutOffOf(desk.task);
    const left = cutOff === null ? -1 : cutOff - person.timeline.now();
    if (left > 2 * SECOND && left < 6 * DAY && dice.chance(0.12)) return pressOnTheDot(account, seen, left);
    if (dice.chance(0.02))
      return next(dice.between(1, 30) * MINUTE, () =>
        doing(account, () => void person.choose(account, seen, /^Bỏ, không gửi$/u)),
      );
    if (dice.chance(0.03)) return instead(dice.between(5, 40) * HOUR, () => confirm(account, seen));
    if (dice.chance(0.15))
      return next(dice.between(5, 200) * SECOND, () => doing(account, () => sendPictures(account)));
    next(dice.between(4, 90) * SECOND, () => confirm(account, seen));
  }

  /** The signed paper, photographed: one page, or several one after the other. */
  function sendPictures(account: Account): void {
    const pages = dice.chance(0.7) ? 1 : dice.between(2, 4);
    for (let page = 0; page < pages; page++)
      person.later(page * dice.between(0, 900), () => person.sendPicture(account, world.nextPicture()));
  }

  function confirm(account: Account, seen: Arrived): void {
    doing(account, () => {
      world.confirms(person);
      if (!person.choose(account, seen, /^Gửi báo cáo$/u)) return;
      // The finger is quicker than the network.
      if (dice.chance(0.06))
        person.later(dice.between(1, 900), () => void person.choose(account, seen, /^Gửi báo cáo$/u));
    });
  }

  /** The last moment of the last day, the moment after, or exactly the moment. */
  function pressOnTheDot(account: Account, seen: Arrived, left: number): void {
    instead(left + dice.between(-1, 1), () =>
      doing(account, () => {
        world.confirms(person);
        person.choose(account, seen, /^Gửi báo cáo$/u, true);
      }),
    );
  }

  function readReceipt(account: Account, task: number): void {
    rest();
    if (dice.chance(0.05)) {
      // What should have gone along is thought of afterwards.
      person.later(dice.spread(2 * HOUR), () => {
        if (desk.task !== null) return;
        doing(account, () => {
          desk.task = task;
          sendPictures(account);
        });
      });
    } else if (dice.chance(0.07)) {
      person.later(dice.spread(2 * DAY), () => {
        if (desk.task !== null) return;
        doing(account, () => {
          desk.task = task;
          person.type(account, `/nop ${task} nguoi_du=${dice.between(20, 999)}`);
        });
      });
    }
  }

  /** A report came back: the next message is the correction itself, or the way to it. */
  function readReturned(account: Account, seen: Arrived, task: number, fields: readonly string[]): void {
    if (person.temper === 'never' || dice.chance(0.1)) return;
    next(delay(), () => {
      if (desk.task !== null || !isDue(account) || world.isDone(person, task)) return;
      doing(account, () => {
        desk.task = task;
        const stillThere = person.lastRead.get(account) === seen || account.platform.capabilities.buttons;
        if (fields.length === 0 || dice.chance(0.3)) {
          if (!stillThere || !person.choose(account, seen, /^Sửa báo cáo$/u)) begin(account, task);
          return;
        }
        const [only = ''] = fields;
        person.type(
          account,
          fields.length === 1 ? valueFor(only) : fields.map((label) => `${label}: ${valueFor(label)}`).join('; '),
        );
      });
    });
  }

  function valueFor(label: string): string {
    return label.startsWith('Kinh phí') ? `${dice.between(1, 80)},5` : String(dice.between(0, 300));
  }

  /** How long they let a reminder lie. */
  function delay(): number {
    if (person.temper === 'prompt' || person.temper === 'early') return dice.between(1, 90) * MINUTE;
    if (person.temper === 'ordinary') return dice.spread(7 * HOUR);
    return dice.spread(3 * DAY);
  }

  /** Not now: says when it comes, or asks for more time; and keeps to it, or not. */
  function putOff(account: Account, seen: Arrived): void {
    person.later(dice.between(1, 90) * MINUTE, () => {
      if (desk.task !== null || !isDue(account)) return;
      if (dice.chance(0.3))
        return person.type(account, `xin gia hạn thêm ${dice.between(1, 3)} ngày làm việc vì cán bộ phụ trách ốm`);
      if (dice.chance(0.3) && person.choose(account, seen, /^Hẹn (chiều|tối|sáng)/u)) return;
      person.type(account, dice.pick(['17h em gửi', 'mai em nộp', '20h tối nay em gửi', 'sáng mai em gửi']));
    });
    person.later(dice.spread(DAY), () => startUnasked(account));
  }

  function readReminder(account: Account, seen: Arrived, task: number | null): void {
    if (task === null || desk.task !== null || person.temper === 'never') return;
    if (person.temper === 'overdue' && !seen.text.includes('🔴')) return;
    if (dice.chance(0.15)) return;
    if (dice.chance(0.12)) return putOff(account, seen);
    next(delay(), () => {
      if (desk.task !== null || !isDue(account) || world.isDone(person, task)) return;
      doing(account, () => {
        desk.task = task;
        const stillThere = person.lastRead.get(account) === seen || account.platform.capabilities.buttons;
        if (stillThere && dice.chance(0.5)) {
          if (person.choose(account, seen, dice.chance(0.15) ? /^Không phát sinh$/u : /^Nộp /u)) return;
        }
        begin(account, task);
      });
    });
  }

  /** Of their own accord, without a reminder. */
  function startUnasked(account: Account): void {
    if (desk.task !== null || !isDue(account)) return;
    desk.tries = 0;
    doing(account, () =>
      person.type(
        account,
        dice.chance(0.8)
          ? '/nhiemvu'
          : dice.pick(['/nop', '/trogiup', '/lichsu', '/visao', '/toi', 'chào bot', '/xyz', '7']),
      ),
    );
  }

  /** On leave from one day to another: names whoever takes their place. */
  function goAway(account: Account, colleague: string): void {
    const from = person.timeline.now() + dice.between(0, 4) * DAY;
    const until = from + dice.between(1, 9) * DAY;
    const [first, last] = [from, until].map((at) =>
      new Date(at + 7 * HOUR).toISOString().slice(0, 10).split('-').reverse().join('/'),
    );
    person.type(account, `/thaythe ${colleague} từ ${first} đến ${last}`);
  }

  return {
    startUnasked,
    goAway,
    read(account: Account, seen: Arrived, reading: Reading): void {
      if (reading.is === 'reminder') return readReminder(account, seen, reading.task);
      if (reading.is === 'receipt') return readReceipt(account, reading.task);
      if (reading.is === 'to-correct') return readReturned(account, seen, reading.task, reading.fields);
      if (reading.is === 'stand-in')
        return person.later(dice.between(1, 300) * MINUTE, () => {
          person.choose(account, seen, dice.chance(0.85) ? /^Đồng ý thay$/u : /^Không thay được$/u);
        });
      if (desk.account !== account) return;
      desk.tries = Math.max(0, desk.tries - 1);
      const soon = dice.between(3, 120) * SECOND;
      if (reading.is === 'preview') return readPreview(account, seen);
      if (reading.is === 'question')
        return next(soon, () => doing(account, () => readQuestion(account, seen, reading.of, reading.optional)));
      if (reading.is === 'template') {
        return next(soon, () =>
          doing(account, () => {
            if (dice.chance(0.1) && person.choose(account, seen, /^Trả lời từng câu$/u)) return;
            person.type(account, line());
          }),
        );
      }
      if (reading.is === 'tasks' || reading.is === 'which') {
        if (person.temper === 'never') return rest();
        return next(soon, () =>
          doing(account, () => {
            const choice = seen.choices.find((one) => /^\/nop \d+$/u.test(one.value));
            desk.task = choice === undefined ? desk.task : Number(choice.value.slice(5));
            if (!person.choose(account, seen, /^(Nộp |Tháng|6 tháng|Cả năm)/u)) rest();
          }),
        );
      }
      // What was accepted is not theirs to change: they let it be.
      if (reading.is === 'settled' || (reading.is === 'other' && desk.task === null)) rest();
    },
  };
}

export type Liaison = ReturnType<typeof createLiaison>;
