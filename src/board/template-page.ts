import type { Desk } from '../actions/desk.ts';
import { nameOf } from '../actions/desk.ts';
import { takeTemplate, takeTemplateBack } from '../actions/template.ts';
import { refuseTrial, tryTemplate } from '../actions/try-template.ts';
import { FILE_KINDS } from '../domain/print-order.ts';
import type { TemplateTrial } from '../store/template-trials.ts';
import { BOARD_TEMPLATE as WORDS } from '../wording/board-desk.ts';
import type { BoardBlock, BoardForm, BoardPage } from '../wording/board-page.ts';
import { sayFileFaults } from '../wording/files.ts';
import { sayTemplateBack, sayTemplateNames, sayTemplateTaken, TEMPLATE_WORDS } from '../wording/template.ts';
import { sayMoment } from '../wording/when.ts';
import { cells, oneButton, table } from './blocks.ts';
import { type BoardDeed, type BoardFileDeed, done, first, numberIn, refused, stopped } from './posted.ts';

const TRIALS = 5;
const TAKEN = 12;
const AT = 'template';

/** The Word template of the compiled report: what is in force, what was tried out, a form to send another, and the names it may use. */
export function boardTemplate(desk: Desk): BoardPage {
  const { store, zone } = desk;
  const { current } = store.templates.inForce();
  const value =
    current === null ? TEMPLATE_WORDS.builtIn : WORDS.since(current.name, sayMoment(current.takenAt ?? 0, zone));
  const back = oneButton('end-template', WORDS.back, [['id', String(current?.id ?? 0)]]);
  const rows = store.templates
    .taken(TAKEN)
    .map((one) => [
      { text: one.name, to: `files/template/${one.id}` },
      ...cells(
        sayMoment(one.takenAt ?? 0, zone),
        one.endedAt === null ? '' : sayMoment(one.endedAt, zone),
        store.people.find(one.takenBy ?? 0)?.name ?? '',
      ),
    ]);
  return {
    title: WORDS.title,
    blocks: [
      { is: 'facts', items: [{ name: WORDS.inForce, value }] },
      { is: 'links', items: [{ label: WORDS.get, to: 'files/template/now' }] },
      ...(current === null ? [] : [back]),
      { is: 'heading', text: WORDS.send },
      { is: 'said', text: WORDS.how },
      sendForm(),
      ...store.templateTrials.newest(TRIALS).flatMap((trial) => trialBlocks(desk, trial)),
      { is: 'heading', text: WORDS.history },
      table(WORDS.history, WORDS.head, rows, WORDS.none),
      { is: 'heading', text: TEMPLATE_WORDS.list },
      { is: 'said', text: sayTemplateNames(figuresOf(desk)) },
    ],
  };
}

/** Every figure of every form, once. */
function figuresOf(desk: Desk) {
  const figures = desk.rules().forms.flatMap((form) => form.fields.filter((field) => field.kind !== 'text'));
  return [...new Map(figures.map((field) => [field.key, field])).values()];
}

function sendForm(): BoardForm {
  return {
    is: 'form',
    act: 'try-template',
    label: WORDS.send,
    keeps: [],
    fields: [{ name: 'file', label: WORDS.file, kind: 'file', value: [], accepts: '.docx', required: true }],
    buttons: [{ label: WORDS.try, value: 'try', isMain: true }],
  };
}

function trialBlocks(desk: Desk, trial: TemplateTrial): BoardBlock[] {
  const { id, name, triedBy, triedAt, settledAt, template, picture, problem } = trial;
  const isTaken = template !== null && desk.store.templates.find(template)?.takenAt !== null;
  if (isTaken) return [];
  const by = nameOf(desk, triedBy);
  const head: BoardBlock[] = [
    { is: 'heading', text: WORDS.trial(name) },
    { is: 'said', text: [WORDS.tried(by, sayMoment(triedAt, desk.zone))] },
  ];
  const away = oneButton('refuse-template', problem === null ? WORDS.refuse : WORDS.away, [['id', String(id)]]);
  if (settledAt === null) return [...head, { is: 'said', text: [WORDS.waits] }];
  if (template === null) return [...head, ...(problem === null ? [] : [{ is: 'note', text: problem } as const]), away];
  return [
    ...head,
    ...(picture === null ? [] : [{ is: 'picture', at: `files/trial-picture/${id}`, said: WORDS.picture } as const]),
    { is: 'said', text: [picture === null ? WORDS.noPicture : WORDS.rough] },
    { is: 'links', items: [{ label: WORDS.draft, to: `files/trial/${id}` }] },
    oneButton('take-template', WORDS.take, [['id', String(template)]], true),
    away,
  ];
}

export const tryTemplateDeed: BoardFileDeed = (desk, act, _posted, file) => {
  if (file === null) return stopped(boardTemplate(desk), WORDS.noFile);
  if ('fault' in file) return stopped(boardTemplate(desk), sayFileFaults([file]));
  if (file.mediaType !== FILE_KINDS.word.mediaType) return stopped(boardTemplate(desk), TEMPLATE_WORDS.onlyWord);
  const tried = tryTemplate(desk, act, file);
  return tried.ok ? done(AT, WORDS.sent(file.name)) : refused(desk, boardTemplate(desk), tried.problem);
};

export const takeTemplateDeed: BoardDeed = (desk, act, posted) => {
  const taken = takeTemplate(desk, act, numberIn(first(posted, 'id')));
  return taken.ok ? done(AT, sayTemplateTaken(taken.value.name)) : refused(desk, boardTemplate(desk), taken.problem);
};

export const refuseTemplateDeed: BoardDeed = (desk, act, posted) => {
  const away = refuseTrial(desk, act, numberIn(first(posted, 'id')));
  return away.ok ? done(AT, WORDS.refused(away.value.name)) : refused(desk, boardTemplate(desk), away.problem);
};

export const endTemplateDeed: BoardDeed = (desk, act, posted) => {
  const ended = takeTemplateBack(desk, act, numberIn(first(posted, 'id')));
  if (!ended.ok) return refused(desk, boardTemplate(desk), ended.problem);
  return done(AT, sayTemplateBack(ended.value.name, desk.store.templates.inForce().current?.name ?? null));
};
