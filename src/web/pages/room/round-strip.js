import { find, make, setText } from './dom.js';
import { standings, words } from './words.js';

/** @typedef {import('../../rehearsal.ts').Round} Round */
/** @typedef {import('../../rehearsal.ts').RoomUnit} RoomUnit */

/** @type {readonly ('onTime' | 'late' | 'missing')[]} */
const PARTS = ['onTime', 'late', 'missing'];

/**
 * The state of the round: three figures that sum up, a bar, and a chip for every unit.
 * @param {(code: string) => void} onUnit
 */
export function createRoundStrip(onUnit) {
  const choice = find('#round-choice');
  const units = find('#round-units');
  const toggle = find('#round-toggle');
  /** @type {readonly Round[]} */
  let rounds = [];
  let chosen = '';

  /** @param {boolean} open */
  const setOpen = (open) => {
    toggle.setAttribute('aria-expanded', String(open));
    units.hidden = !open;
  };
  toggle.addEventListener('click', () => setOpen(toggle.getAttribute('aria-expanded') !== 'true'));
  const wide = matchMedia('(min-width: 1000px)');
  wide.addEventListener('change', () => setOpen(wide.matches));
  setOpen(wide.matches);

  const draw = () => {
    const round = rounds.find((candidate) => candidate.title === chosen) ?? rounds[0];
    drawChoice(choice, rounds, round, (title) => {
      chosen = title;
      draw();
    });
    find('#round').classList.toggle('none', round === undefined);
    find('#round').classList.toggle('past', round?.units.some((unit) => unit.standing === 'overdue') ?? false);
    setText(find('#round-title'), round?.title ?? words.noRound);
    setText(find('#round-deadline'), round?.deadline ?? words.noRoundHow);
    drawFigures(round);
    drawUnits(units, round?.units ?? [], (code) => {
      if (!wide.matches) setOpen(false);
      onUnit(code);
    });
  };
  return {
    /** @param {readonly Round[]} now */
    show(now) {
      rounds = now;
      draw();
    },
  };
}

/** @param {HTMLElement} choice @param {readonly Round[]} rounds @param {Round | undefined} shown @param {(title: string) => void} onChoose */
function drawChoice(choice, rounds, shown, onChoose) {
  choice.hidden = rounds.length < 2;
  const titles = rounds.map((round) => round.title);
  const buttons = [...choice.children];
  if (buttons.map((button) => button.textContent).join('\n') !== titles.join('\n')) {
    choice.replaceChildren(
      ...titles.map((title) => make('button', { type: 'button', onclick: () => onChoose(title) }, title)),
    );
  }
  for (const button of choice.children) {
    button.setAttribute('aria-pressed', String(button.textContent === shown?.title));
  }
}

/** @param {Round | undefined} round */
function drawFigures(round) {
  const figures = find('#figures');
  const stack = find('#stack');
  const toggle = find('#round-toggle');
  toggle.hidden = round === undefined;
  stack.hidden = round === undefined;
  figures.hidden = round === undefined;
  if (round === undefined) return;
  if (figures.children.length === 0) {
    figures.append(
      ...PARTS.map((part) =>
        make('div', { class: `figure ${part}` }, make('dt', {}, words.figures[part]), make('dd', {}, '')),
      ),
    );
    stack.append(...PARTS.map((part) => make('span', { class: part })));
  }
  PARTS.forEach((part, index) => {
    setText(find('dd', /** @type {HTMLElement} */ (figures.children[index])), String(round[part]));
    const bar = /** @type {HTMLElement} */ (stack.children[index]);
    bar.style.flexGrow = String(round[part]);
    bar.hidden = round[part] === 0;
  });
  stack.setAttribute('aria-label', words.stack(round));
}

/** Chips are changed in place, so that the keyboard's focus stays where it is. @param {HTMLElement} list @param {readonly RoomUnit[]} units @param {(code: string) => void} onUnit */
function drawUnits(list, units, onUnit) {
  const codes = units.map((unit) => unit.code).join();
  if (list.dataset.codes !== codes) {
    list.dataset.codes = codes;
    list.replaceChildren(
      ...units.map((unit) =>
        make(
          'li',
          {},
          make(
            'button',
            { type: 'button', onclick: () => onUnit(unit.code) },
            make('span', { class: 'unit-sign', 'aria-hidden': 'true' }),
            make('span', { class: 'unit-code' }, unit.code),
          ),
        ),
      ),
    );
  }
  units.forEach((unit, index) => {
    const button = find('button', /** @type {HTMLElement} */ (list.children[index]));
    button.className = `unit ${unit.standing}`;
    button.title = words.unit(unit);
    button.setAttribute('aria-label', words.unit(unit));
    setText(find('.unit-sign', button), standings[unit.standing].sign);
  });
}
