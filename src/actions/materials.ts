import type { Problem, Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Material, NewMaterial } from '../store/materials.ts';
import type { ReceivedFile } from './check-file.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';

/** Longest title and longest text, in characters: a title stands on buttons, a text is one message of any app. */
export const MATERIAL_LIMITS = { title: 120, body: 1500 } as const;

export type MaterialOrder = Pick<NewMaterial, 'topic' | 'title' | 'body' | 'file'>;

/** Puts something in; or, where `replaces` is given, in the place of that one, which nobody gets any more. */
export function addMaterial(
  desk: Desk,
  { person, at }: Act,
  order: MaterialOrder,
  replaces: number | null,
): Result<{ id: number }> {
  const { store } = desk;
  const fault = faultOf(desk, person, order);
  if (fault !== null) return no(fault);
  return store.transact(() => {
    const old = replaces === null ? null : store.materials.find(replaces);
    if (replaces !== null && old?.removedAt !== null) return no({ problem: 'no-such-material' });
    const id = store.materials.add({ ...order, addedBy: person, addedAt: at });
    if (replaces !== null) store.materials.remove(replaces, id, at);
    const action = replaces === null ? 'add-material' : 'replace-material';
    store.audit.add(at, person, action, `material:${id}`, {
      topic: order.topic,
      ...(replaces === null ? {} : { replaces }),
    });
    return ok({ id });
  });
}

/** The same with a file that just came: its bytes are kept only where it is put in. */
export function addMaterialFile(
  desk: Desk,
  act: Act,
  order: Omit<MaterialOrder, 'file'>,
  { file, replaces }: { file: ReceivedFile | null; replaces: number | null },
): Result<{ id: number }> {
  return desk.store.transact(() => {
    if (file === null) return addMaterial(desk, act, { ...order, file: null }, replaces);
    const { name, mediaType, size, content } = file;
    const fault = faultOf(desk, act.person, { ...order, file: { id: 0, name, mediaType, size } });
    if (fault !== null) return no(fault);
    const id = desk.store.storedFiles.keep(content);
    return addMaterial(desk, act, { ...order, file: { id, name, mediaType, size } }, replaces);
  });
}

/** Takes it out of use, with a reason; once. */
export function removeMaterial(desk: Desk, { person, at }: Act, id: number, reason: string): Result<Material> {
  const { store } = desk;
  if (!may(desk, person, 'manage-materials')) return no({ problem: 'not-allowed' });
  if (reason.trim() === '') return no({ problem: 'reason-needed' });
  const material = store.materials.find(id);
  return store.transact(() => {
    if (material === null || !store.materials.remove(id, null, at)) return no({ problem: 'no-such-material' });
    store.audit.add(at, person, 'remove-material', `material:${id}`, { reason: reason.trim() });
    return ok(material);
  });
}

/** What is handed out under that number: what replaced it, where something did; null: nothing any more. */
export function materialNow(desk: Desk, id: number): Material | null {
  const found = desk.store.materials.find(id);
  if (found === null || found.removedAt === null) return found;
  return found.replacedBy === null ? null : materialNow(desk, found.replacedBy);
}

function faultOf(desk: Desk, person: number, { topic, title, body, file }: MaterialOrder): Problem | null {
  if (!may(desk, person, 'manage-materials')) return { problem: 'not-allowed' };
  if (title.trim() === '' || (body.trim() === '' && file === null)) return { problem: 'words-needed' };
  if (title.length > MATERIAL_LIMITS.title) return { problem: 'text-too-long', limit: MATERIAL_LIMITS.title };
  if (body.length > MATERIAL_LIMITS.body) return { problem: 'text-too-long', limit: MATERIAL_LIMITS.body };
  return desk.rules().document.topics.some((one) => one.code === topic) ? null : { problem: 'no-such-topic' };
}
