import { z } from 'zod';
import type { MaterialOrder } from '../../actions/materials.ts';
import { addMaterial, MATERIAL_LIMITS, removeMaterial } from '../../actions/materials.ts';
import { isAcknowledgement } from '../../language/small-talk.ts';
import { sayNoneFits } from '../../wording/dialogs.ts';
import { MATERIAL_WORDS, sayMaterialAdded, sayMaterialRemoved } from '../../wording/material.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { unclear } from '../on-screen.ts';
import type { Turn } from '../turn.ts';

const file = z.nullable(z.object({ id: z.number(), name: z.string(), mediaType: z.string(), size: z.number() }));
const kept = { title: z.string(), body: z.string(), file, replaces: z.nullable(z.number()), topic: z.string() };
const schema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('content'), ...kept }),
  z.object({ stage: z.literal('title'), ...kept }),
  z.object({ stage: z.literal('topic'), ...kept }),
  z.object({ stage: z.literal('reason'), id: z.number() }),
]);
type Content = z.infer<typeof schema>;
type Draft = Exclude<Content, { stage: 'reason' }>;

const AWAITS: Readonly<Record<Content['stage'], Awaits>> = {
  content: 'value',
  title: 'value',
  topic: 'choice',
  reason: 'value',
};

/** Putting a material in: a file, a link or a text; its name; its topic. What is known is not asked. */
export const materialDialog: Dialog<Content> = {
  kind: 'material',
  schema,
  takesFiles: true,
  answer(turn, content, reply) {
    if (content.stage === 'reason') return remove(turn, content.id, reply.text);
    const sent = fileIn(turn);
    if (sent !== null) return next(turn, { ...content, file: sent, body: content.body || reply.text.trim() });
    if (content.stage === 'content') return takeBody(turn, content, reply.text.trim());
    if (content.stage === 'title') return takeTitle(turn, content, reply.text.trim());
    takeTopic(turn, content, reply);
  },
  repeat: ask,
  awaits: ({ stage }) => AWAITS[stage],
  about: () => 'tailieu',
  describe: (_turn, { stage }) => (stage === 'reason' ? MATERIAL_WORDS.whatRemoving : MATERIAL_WORDS.what),
  isWorthKeeping: (_turn, content) => content.stage !== 'reason' && (content.body !== '' || content.file !== null),
};

/** With what is known already: its name, a file, or what it replaces. */
export function beginMaterial(turn: Turn, known: Partial<MaterialOrder> & { replaces?: number }): void {
  const { title = '', body = '', topic = '', replaces = null } = known;
  next(turn, {
    stage: 'content',
    title: title.trim(),
    body,
    topic,
    replaces,
    file: fileIn(turn) ?? known.file ?? null,
  });
}

export function beginRemoving(turn: Turn, id: number, reason: string): void {
  if (reason === '') return ask(turn, { stage: 'reason', id });
  remove(turn, id, reason);
}

function fileIn({ files }: Turn): MaterialOrder['file'] {
  const last = files.at(-1);
  return last === undefined ? null : { id: last.file, name: last.name, mediaType: last.mediaType, size: last.size };
}

function next(turn: Turn, draft: Draft): void {
  if (draft.body === '' && draft.file === null) return ask(turn, { ...draft, stage: 'content' });
  if (draft.title === '') return ask(turn, { ...draft, stage: 'title' });
  if (draft.topic === '') return ask(turn, { ...draft, stage: 'topic' });
  save(turn, draft);
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  turn.keep(materialDialog.kind, content);
  const say = (text: RichText): void => turn.say(join([problem, text], '\n\n'));
  if (content.stage === 'reason') return say(MATERIAL_WORDS.askReason(content.id));
  if (content.stage === 'content') return say(MATERIAL_WORDS.askContent);
  if (content.stage === 'title') return say(MATERIAL_WORDS.askTitle);
  turn.say({
    text: join([problem, MATERIAL_WORDS.askTopic], '\n\n'),
    choices: turn.rules.document.topics.map((topic) => [turn.choice(topic.title, topic.code)]),
    answer: 'pick',
  });
}

function takeBody(turn: Turn, draft: Draft, body: string): void {
  // "Ok", "vâng ạ" is said to the question; nobody means it as a material.
  if (isAcknowledgement(body)) return ask(turn, draft);
  if (body.length > MATERIAL_LIMITS.body) return tooLong(turn, draft, MATERIAL_LIMITS.body);
  next(turn, { ...draft, body });
}

function takeTitle(turn: Turn, draft: Draft, title: string): void {
  if (title.length > MATERIAL_LIMITS.title) return tooLong(turn, draft, MATERIAL_LIMITS.title);
  next(turn, { ...draft, title });
}

function tooLong(turn: Turn, draft: Draft, limit: number): void {
  ask(turn, draft, sayProblem({ problem: 'text-too-long', limit }, turn.desk.zone));
}

function takeTopic(turn: Turn, draft: Draft, reply: Reply): void {
  const topic = turn.rules.document.topics.find((one) => reply.picked && one.code === reply.text);
  if (topic === undefined && reply.picked) return ask(turn, draft);
  if (topic === undefined)
    return unclear(turn, reply.text, sayNoneFits(reply.text), (problem) => ask(turn, draft, problem));
  next(turn, { ...draft, topic: topic.code });
}

function save(turn: Turn, { title, body, file: sent, topic, replaces }: Draft): void {
  turn.finish();
  const order = { title, body, file: sent, topic };
  const added = addMaterial(turn.desk, { person: turn.person ?? 0, at: turn.now }, order, replaces);
  if (!added.ok) return turn.say(sayProblem(added.problem, turn.desk.zone));
  turn.say(sayMaterialAdded(added.value.id, title, replaces !== null));
}

function remove(turn: Turn, id: number, reason: string): void {
  const removed = removeMaterial(turn.desk, { person: turn.person ?? 0, at: turn.now }, id, reason);
  if (!removed.ok && removed.problem.problem === 'reason-needed')
    return ask(turn, { stage: 'reason', id }, sayProblem(removed.problem, turn.desk.zone));
  turn.finish();
  turn.say(removed.ok ? sayMaterialRemoved(removed.value.title) : sayProblem(removed.problem, turn.desk.zone));
}
