import type { TaskView } from '../../actions/task-view.ts';
import type { FormField } from '../../domain/report-form.ts';
import { tellsOfAnother } from '../../language/unit-of-another.ts';
import { join } from '../../wording/rich-text.ts';
import type { DraftAt } from './draft.ts';
import { problemOf } from './submit-change.ts';
import type { Problem, Steps } from './submit-questions.ts';

type Asked = DraftAt<'questions'>;

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
  const doubted = keys.flatMap((key) => draft.doubtful[key]?.raw ?? []);
  const said = draft.tried.length > 0 ? draft.tried : doubted;
  const others = keys.slice(1).flatMap((key) => draft.doubtful[key]?.raw ?? []);
  const unread = [...new Set([...draft.unread, ...said, ...others])];
  const doubtful = Object.fromEntries(Object.entries(draft.doubtful).filter(([key]) => !keys.includes(key)));
  return { ...draft, unread, doubtful, tried: [] };
}

/** Of what was tried before the answer only what spoke of something else is left. */
export function withLeft({ form }: TaskView, draft: Asked, field: FormField): Asked {
  const left = draft.tried.filter((one) => tellsOfAnother(form, field, one));
  return { ...draft, unread: [...new Set([...draft.unread, ...left])], tried: [] };
}
