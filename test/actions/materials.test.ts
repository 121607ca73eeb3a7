import { describe, expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import type { MaterialOrder } from '../../src/actions/materials.ts';
import { addMaterial, materialNow, removeMaterial } from '../../src/actions/materials.ts';
import { findMaterials } from '../../src/understanding/find-material.ts';
import { createBench } from '../support/bot-bench.ts';

const ORDER: MaterialOrder = { topic: 'de_cuong', title: 'Đề cương', body: 'https://x.vn', file: null };

function scene() {
  const bench = createBench();
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const { desk } = bench.bot();
  const act = (who: { person: number }) => ({ person: who.person, at: bench.clock.now() });
  const add = (order: Partial<MaterialOrder> = {}, replaces: number | null = null, who = tu) =>
    addMaterial(desk, act(who), { ...ORDER, ...order }, replaces);
  return { bench, desk, tu, an, act, add };
}

describe('a material', () => {
  it('is put in, replaced and removed by coordinators alone, each with its line in the audit', () => {
    const { bench, desk, tu, an, act, add } = scene();
    const refused = { ok: false, problem: { problem: 'not-allowed' } };
    expect(add({}, null, an)).toEqual(refused);
    expect(add()).toMatchObject({ ok: true, value: { id: 1 } });
    expect(add({}, 1, an)).toEqual(refused);
    expect(removeMaterial(desk, act(an), 1, 'x')).toEqual(refused);
    expect(add({ title: 'Mới' }, 1)).toMatchObject({ ok: true, value: { id: 2 } });
    expect(removeMaterial(desk, act(tu), 2, ' ')).toMatchObject({ problem: { problem: 'reason-needed' } });
    expect(removeMaterial(desk, act(tu), 2, 'Hết hiệu lực')).toMatchObject({ ok: true });
    const lines = bench.store.audit.entries().filter((one) => one.subject.startsWith('material:'));
    expect(lines.map((one) => one.action)).toEqual(['add-material', 'replace-material', 'remove-material']);
    endRoles(desk, { person: null, at: act(tu).at }, { person: tu.person, roles: null, reason: 'thôi' });
    expect(add()).toEqual(refused);
  });

  it('that was replaced leads to the newest one; two who replace it at once: one of them does', () => {
    const { desk, tu, act, add } = scene();
    add();
    add({ title: 'Hai' }, 1);
    add({ title: 'Ba' }, 2);
    expect(materialNow(desk, 1)?.title).toBe('Ba');
    expect(add({ title: 'Bốn' }, 2)).toMatchObject({ problem: { problem: 'no-such-material' } });
    expect(add({ title: 'Năm' }, 99)).toMatchObject({ problem: { problem: 'no-such-material' } });
    removeMaterial(desk, act(tu), 3, 'x');
    expect(materialNow(desk, 1)).toBeNull();
    expect(removeMaterial(desk, act(tu), 3, 'x')).toMatchObject({ problem: { problem: 'no-such-material' } });
  });

  it('keeps its bytes while it is handed out, and no longer', () => {
    const { bench, desk, tu, act, add } = scene();
    const bytes = Buffer.from('%PDF-1.4 đề cương');
    const id = bench.store.storedFiles.keep(bytes);
    add({ body: '', file: { id, name: 'de-cuong.pdf', mediaType: 'application/pdf', size: bytes.length } });
    bench.store.storedFiles.dropUnused();
    expect(bench.store.storedFiles.bytes(id)).not.toBeNull();
    removeMaterial(desk, act(tu), 1, 'x');
    bench.store.storedFiles.dropUnused();
    expect(bench.store.storedFiles.bytes(id)).toBeNull();
  });

  it.each([
    [{ title: ' ' }, 'words-needed'],
    [{ body: '' }, 'words-needed'],
    [{ title: 'x'.repeat(121) }, 'text-too-long'],
    [{ body: 'x'.repeat(1501) }, 'text-too-long'],
    [{ topic: 'khong_co' }, 'no-such-topic'],
  ])('is refused: %j (%s)', (order, problem) => {
    expect(scene().add(order)).toMatchObject({ problem: { problem } });
  });
});

describe('looking for one', () => {
  const all = [
    { title: 'Đề cương tuyên truyền tháng 11', topic: 'Đề cương chung', body: '' },
    { title: 'Đề cương tuyên truyền tháng 12', topic: 'Đề cương chung', body: '' },
    { title: 'Áp phích 5G', topic: 'Đầu tư, hoàn thiện hạ tầng', body: 'Khổ A1' },
  ];
  it.each([
    ['hạ tầng', [2]],
    ['ha tang', [2]],
    ['cho em xin đề cương tháng 11 với ạ', [0]],
    ['đề cương', [0, 1, 2]],
    ['tháng', [0, 1]],
    ['khổ a1', [2]],
    ['khí hậu', []],
    ['', []],
  ])('“%s”', (typed, found) => {
    expect(findMaterials(typed, all).map((one) => all.indexOf(one))).toEqual(found);
  });
});
