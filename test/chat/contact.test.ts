import { expect, it } from 'vitest';
import { createPlan, ruleBookOf } from '../../src/plan/plan.ts';
import { createBench, FROZEN_PLAN, ZONE } from '../support/bot-bench.ts';

function planWith(contact: { office: string; name: string | null; phone: string | null } | null) {
  const rules = ruleBookOf(FROZEN_PLAN);
  return createPlan({ ...rules, document: { ...rules.document, contact } }, FROZEN_PLAN.units, ZONE);
}

it('a person with a phone is named in full, and in no refusal left out', async () => {
  const bench = createBench({ plan: planWith({ office: 'Sở KH&CN', name: 'Lê Thị Bình', phone: '0220 3853 456' }) });
  const an = bench.join('liaison', 'HBG');
  await bench.type(an, '/tonghop');
  expect(bench.texts(an).at(-1)).toMatch(
    /ngoài quyền[\s\S]*liên hệ Lê Thị Bình, Sở KH&CN, điện thoại 0220 3853 456\.$/u,
  );
  await bench.type(an, '/moi HCG');
  expect(bench.texts(an).at(-1)).toMatch(/ngoài quyền[\s\S]*0220 3853 456/u);
});

it('a code that is wrong, used up or locked says whom to ask, once a message', async () => {
  const bench = createBench({ plan: planWith({ office: 'Sở KH&CN', name: null, phone: '0220 3853 456' }) });
  const an = bench.join('liaison', 'HBG');
  for (const code of Array(6).fill('ABCD234567')) {
    await bench.type(an, `/batdau ${code}`);
    await bench.clock.advance(3000);
    expect(
      bench
        .texts(an)
        .at(-1)
        ?.match(/Sở KH&CN, điện thoại/gu),
    ).toHaveLength(1);
  }
  expect(bench.texts(an).at(-1)).toContain('quá nhiều lần');
});

it('where the plan names nobody, the recipient is who to ask', async () => {
  const bench = createBench({ plan: planWith(null) });
  const an = bench.join('liaison', 'HBG');
  await bench.type(an, 'gặp người');
  expect(bench.texts(an).at(-1)).toContain(FROZEN_PLAN.document.recipient);
});

it('asking for a human in the middle of a report loses nothing of it', async () => {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  await bench.type(an, '/nop t11 hoi_nghi=2 ket_qua=Xong');
  await bench.type(an, '/gapnguoi');
  expect(bench.texts(an).at(-1)).toMatch(/Người phụ trách[\s\S]*Vẫn giữ báo cáo/u);
});
