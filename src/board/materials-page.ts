import type { Desk } from '../actions/desk.ts';
import { addMaterialFile, MATERIAL_LIMITS, materialNow, removeMaterial } from '../actions/materials.ts';
import type { Material } from '../store/materials.ts';
import { BOARD_MATERIALS as WORDS } from '../wording/board-desk.ts';
import type { BoardBlock, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { sayFileFaults } from '../wording/files.ts';
import { sayMaterialAdded, sayMaterialRemoved } from '../wording/material.ts';
import { sayMoment } from '../wording/when.ts';
import { table } from './blocks.ts';
import { type BoardDeed, type BoardFileDeed, done, first, numberIn, refused, stopped } from './posted.ts';

const AT = 'materials';

/** What the units are given, and a form to put something in. */
export function boardMaterials(desk: Desk, typed: BoardPosted = {}): BoardPage {
  const rows = desk.store.materials
    .inUse()
    .map((one) => [
      { text: String(one.id), to: `${AT}/${one.id}` },
      { text: one.title, isLong: true },
      { text: topicOf(desk, one) },
      one.file === null ? { text: '' } : { text: one.file.name, to: `files/material/${one.id}` },
      { text: sayMoment(one.addedAt, desk.zone) },
    ]);
  return {
    title: WORDS.title,
    blocks: [
      table(WORDS.title, WORDS.head, rows, WORDS.empty),
      { is: 'heading', text: WORDS.add },
      materialForm(desk, typed, null),
    ],
  };
}

/** One of them, with a form to put another in its place and one to take it out; of one that was replaced, what replaced it. */
export function boardMaterial(desk: Desk, id: number, typed: BoardPosted = {}): BoardPage | null {
  const material = materialNow(desk, id);
  if (material === null) return null;
  const { title, body, file, addedAt } = material;
  const blocks: BoardBlock[] = [
    {
      is: 'facts',
      items: [
        { name: WORDS.topic, value: topicOf(desk, material) },
        { name: WORDS.since, value: sayMoment(addedAt, desk.zone) },
        ...(file === null ? [] : [{ name: WORDS.file, value: file.name, to: `files/material/${material.id}` }]),
      ],
    },
    ...(body === '' ? [] : [{ is: 'said', text: [body] } as const]),
    { is: 'heading', text: WORDS.replace },
    materialForm(desk, typed, material),
    { is: 'heading', text: WORDS.remove },
    removeForm(material, typed),
  ];
  return { title: WORDS.one(material.id, title), blocks };
}

function topicOf(desk: Desk, { topic }: Material): string {
  return desk.rules().document.topics.find((one) => one.code === topic)?.title ?? topic;
}

function materialForm(desk: Desk, typed: BoardPosted, over: Material | null): BoardForm {
  const isBack = typed.title !== undefined;
  const start = (name: string, known: string | undefined): string[] => [isBack ? first(typed, name) : (known ?? '')];
  const label = over === null ? WORDS.add : WORDS.replace;
  return {
    is: 'form',
    act: 'material',
    label,
    keeps: over === null ? [] : [['replaces', String(over.id)]],
    fields: [
      {
        name: 'title',
        label: WORDS.name,
        hint: WORDS.nameHint,
        kind: 'line',
        value: start('title', over?.title),
        limit: MATERIAL_LIMITS.title,
        required: true,
      },
      {
        name: 'topic',
        label: WORDS.topic,
        kind: 'one',
        value: start('topic', over?.topic),
        options: desk.rules().document.topics.map(({ code, title }) => ({ value: code, label: title })),
      },
      {
        name: 'body',
        label: WORDS.body,
        hint: WORDS.bodyHint,
        kind: 'text',
        value: start('body', ''),
        limit: MATERIAL_LIMITS.body,
      },
      { name: 'file', label: WORDS.fileField, hint: WORDS.fileHint, kind: 'file', value: [], accepts: WORDS.accepts },
    ],
    buttons: [{ label, value: 'add', isMain: true }],
  };
}

function removeForm({ id }: Material, typed: BoardPosted): BoardForm {
  return {
    is: 'form',
    act: 'remove-material',
    label: WORDS.remove,
    keeps: [['id', String(id)]],
    fields: [
      {
        name: 'reason',
        label: WORDS.reason,
        kind: 'line',
        value: [first(typed, 'reason')],
        limit: 200,
        required: true,
      },
    ],
    buttons: [{ label: WORDS.remove, value: 'remove' }],
  };
}

export const materialDeed: BoardFileDeed = (desk, act, posted, file) => {
  const replaces = numberIn(first(posted, 'replaces')) || null;
  const order = { topic: first(posted, 'topic'), title: first(posted, 'title'), body: first(posted, 'body') };
  const page = (): BoardPage =>
    (replaces === null ? null : boardMaterial(desk, replaces, posted)) ?? boardMaterials(desk, posted);
  if (file !== null && 'fault' in file) return stopped(page(), sayFileFaults([file]));
  const added = addMaterialFile(desk, act, order, { file, replaces });
  if (added.ok) return done(AT, sayMaterialAdded(added.value.id, order.title, replaces !== null));
  return refused(desk, page(), added.problem);
};

export const removeMaterialDeed: BoardDeed = (desk, act, posted) => {
  const id = numberIn(first(posted, 'id'));
  const removed = removeMaterial(desk, act, id, first(posted, 'reason'));
  if (removed.ok) return done(AT, sayMaterialRemoved(removed.value.title));
  return refused(desk, boardMaterial(desk, id, posted) ?? boardMaterials(desk), removed.problem);
};
