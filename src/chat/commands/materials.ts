import { materialNow } from '../../actions/materials.ts';
import { isAllowed } from '../../domain/access.ts';
import type { Material } from '../../store/materials.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { findMaterials } from '../../understanding/find-material.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { SpokenMaterial } from '../../wording/material.ts';
import { sayMaterial, sayMaterials } from '../../wording/material.ts';
import { sayProblem } from '../../wording/problems.ts';
import { say } from '../../wording/rich-text.ts';
import type { Command } from '../command.ts';
import { beginMaterial, beginRemoving } from '../dialogs/material.ts';
import { looseFile } from '../loose-file.ts';
import type { Turn } from '../turn.ts';

export const materialsCommand: Command = {
  name: 'tailieu',
  alias: 'materials',
  ...COMMAND_WORDS.tailieu,
  ...HEARD.tailieu,
  needs: 'member',
  run(turn, args) {
    const typed = args.trim();
    if (/^#?\d{1,9}$/u.test(typed)) return give(turn, Number(typed.replace('#', '')));
    const order = readSub(typed, HEARD.tailieu.subs);
    const number = /^#?(\d{1,9})(?:\s+([\s\S]+))?$/u.exec(order?.rest ?? '');
    const isOrder = order?.sub === 'them' || (order !== null && number !== null);
    if (!isOrder) return search(turn, typed);
    if (!mayManage(turn)) return turn.say(sayProblem({ problem: 'not-allowed' }, turn.desk.zone));
    if (order.sub === 'them') return beginMaterial(turn, titleAndLink(order.rest));
    const id = Number(number?.[1]);
    if (order.sub === 'tep') return fromFile(turn, id);
    const material = turn.desk.store.materials.find(id);
    if (material === null || material.removedAt !== null)
      return turn.say(sayProblem({ problem: 'no-such-material' }, turn.desk.zone));
    if (order.sub === 'bo') return beginRemoving(turn, id, number?.[2]?.trim() ?? '');
    beginMaterial(turn, { title: material.title, topic: material.topic, replaces: id });
  },
};

function mayManage({ memberships }: Turn): boolean {
  return isAllowed(memberships, 'manage-materials');
}

/** "đề cương tháng 11 https://...": the name, and the link behind it. */
function titleAndLink(words: string): { title: string; body: string } {
  const link = /https?:\/\/\S+/iu.exec(words)?.[0] ?? '';
  const title = words.replace(link, ' ').replace(/\s+/gu, ' ').trim();
  return { title: title.replace(/[:,;–-]+$/u, '').trim(), body: link };
}

/** A file that was sent before anybody knew what it was for. */
function fromFile(turn: Turn, id: number): void {
  const file = looseFile(turn, id);
  if (file === null) return turn.say(sayProblem({ problem: 'no-such-material' }, turn.desk.zone));
  beginMaterial(turn, { file });
}

function search(turn: Turn, typed: string): void {
  const all = turn.desk.store.materials.inUse().map((one) => spoken(turn, one));
  const found = typed === '' ? all : findMaterials(typed, all);
  const [only, another] = found;
  if (typed !== '' && only !== undefined && another === undefined) return give(turn, only.id);
  turn.say(sayMaterials(found, typed, mayManage(turn)));
}

function give(turn: Turn, id: number): void {
  const material = materialNow(turn.desk, id);
  if (material === null) return turn.say(sayProblem({ problem: 'no-such-material' }, turn.desk.zone));
  turn.say(sayMaterial(spoken(turn, material), material.id !== id, mayManage(turn), turn.desk.zone));
  if (material.file !== null) turn.attach(material.file, say`${material.title}`);
}

function spoken({ rules }: Turn, { id, title, topic, body, file, addedAt }: Material): SpokenMaterial {
  const named = rules.document.topics.find((one) => one.code === topic)?.title ?? topic;
  return { id, title, topic: named, body, file: file?.name ?? null, addedAt };
}
