import type { TaskView } from '../../actions/task-view.ts';
import type { FormField } from '../../domain/report-form.ts';
import { besideOrInPlace } from '../../language/change/beside-or-in-place.ts';
import { readFieldNamed } from '../../language/report/guided-answer.ts';
import { isSaidAnew } from '../../language/report/said-anew.ts';
import { tellsOfAnother } from '../../language/unit/unit-of-another.ts';
import { join } from '../../wording/rich-text.ts';
import type { Reply } from '../dialog.ts';
import type { DraftAt, Gathered } from './draft.ts';
import { TAKE } from './question-choices.ts';
import { problemOf } from './submit-change.ts';
import type { Problem, QuestionStep, Steps } from './submit-questions.ts';

type Asked = DraftAt<'questions'>;

/** "of:tin_bai:12": the figure is that field's. */
const OF = /^of:([^:]+):(.+)$/u;

/** A figure in doubt is offered whenever its question is asked, until it is answered. */
export function withDoubt(
  view: TaskView,
  { queue, doubtful }: Steps,
  problem: Problem | undefined,
): Problem | undefined {
  const doubt = doubtful?.[queue[0]];
  const isOffering =
    problem?.readings !== undefined || problem?.others !== undefined || problem?.sentence !== undefined;
  if (doubt === undefined || doubt.readings.length === 0 || isOffering) return problem;
  const offered = problemOf(view, queue[0], doubt);
  return { ...offered, text: join([problem?.text ?? [], offered.text], '\n\n') };
}

/** The figure in doubt, to be asked about. */
export function doubting(steps: Steps, key: string, doubt: Asked['doubtful'][string]): Steps {
  return { ...steps, doubtful: { ...steps.doubtful, [key]: doubt } };
}

/** Without the doubt about that field. */
export function settled(draft: Asked, key: string): Asked {
  const { [key]: _, ...doubtful } = draft.doubtful;
  return { ...draft, doubtful };
}

/** What was said at a question that is left without its answer is shown as not understood. */
export function passedOver(draft: Asked, keys: readonly string[]): Asked {
  const doubted = keys
    .flatMap((key) => draft.doubtful[key]?.raw ?? [])
    .filter((raw) => !draft.tried.some((one) => one.includes(raw)));
  const unread = [...new Set([...draft.unread, ...draft.tried, ...doubted])];
  const doubtful = Object.fromEntries(Object.entries(draft.doubtful).filter(([key]) => !keys.includes(key)));
  return { ...draft, unread, doubtful, tried: [] };
}

/** Of what was tried before the answer only what spoke of something else is left. */
export function withLeft({ form }: TaskView, draft: Asked, field: FormField): Asked {
  const left = draft.tried.filter((one) => tellsOfAnother(form, field, one));
  const before = draft.unread.filter((line) => !isSaidAnew(form, line, new Set([field.key])));
  return { ...draft, unread: [...new Set([...before, ...left])], tried: [] };
}

/** The figure that was asked about, when it was picked or agreed to. */
export function takenFigure(
  { proposed, doubtful, queue }: Asked,
  { picked, text }: Reply,
  word: string | null,
): number | null {
  if (picked && text.startsWith(TAKE)) return Number(text.slice(TAKE.length));
  const { fault = '', readings = [] } = doubtful[queue[0]] ?? {};
  const [beside, inPlace, another] = readings;
  const isEither = another === undefined && inPlace !== undefined && !picked;
  const way = isEither && (fault === 'more' || fault === 'less') ? besideOrInPlace(text, fault) : null;
  if (way !== null) return (way === 'beside' ? beside : inPlace) ?? null;
  return !picked && word === 'yes' ? proposed : null;
}

/** A figure that may be another field's, when that one was picked, named or agreed to. */
export function takenForAnother({ view, draft, reply }: QuestionStep, word: string | null): Gathered['values'] | null {
  const [, picked = '', figure = ''] = (reply.picked ? OF.exec(reply.text) : null) ?? [];
  if (picked !== '') return { [picked]: Number(figure) };
  if (draft.others === null || reply.picked) return null;
  const { value, fields } = draft.others;
  const [only, ...more] = fields;
  if (word === 'yes' && only !== undefined && more.length === 0) return { [only]: value };
  const named = readFieldNamed(view.form, reply.text);
  return named !== null && [...fields, draft.queue[0]].includes(named) ? { [named]: value } : null;
}
