import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { askOneOff } from '../../src/actions/ask-one-off.ts';
import { nudge } from '../../src/actions/nudge.ts';
import { createBench, FROZEN_PLAN } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-10 07:30' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const { desk } = bench.bot();
  const ask = () =>
    askOneOff(
      desk,
      { person: tu.person, at: bench.clock.now() },
      {
        title: 'Báo cáo đột xuất về an toàn thông tin',
        form: 'tu_do',
        addressees: ['district'],
        units: ['HBG'],
        dueOn: '2026-11-20',
        word: 'by',
      },
    );
  const setChat = (state: 'blocked' | 'active'): void => {
    const chat = bench.store.chats.ofPerson(an.person)[0];
    bench.store.chats.setState(chat?.id ?? 0, state, bench.clock.now());
  };
  const texts = () => bench.texts(an).filter((text) => text.includes('an toàn thông tin'));
  const why = async (task = ''): Promise<string> => {
    await bench.type(an, `/visao ${task}`);
    return bench.texts(an).at(-1) ?? '';
  };
  return { bench, tu, an, desk, ask, setChat, texts, why };
}

describe('why somebody was reminded', () => {
  it('of a report asked for once: a request at first, and a reminder from then on', async () => {
    const { bench, ask, texts, why } = await scene();
    ask();
    await bench.tick();
    expect(texts().at(-1)).toContain('Yêu cầu báo cáo đột xuất');
    expect(await why()).toContain('cán bộ điều phối yêu cầu báo cáo này, và đây là tin báo đầu tiên');
    await bench.liveTo('2026-11-13 09:00');
    expect(texts().filter((text) => text.includes('Nhắc hạn nộp báo cáo'))).toHaveLength(1);
    expect(await why()).toContain('còn 5 ngày làm việc');
  });

  it('of one that did not arrive at first: still a request, and sent again', async () => {
    const { bench, tu, ask, setChat, texts, why } = await scene();
    ask();
    setChat('blocked');
    await bench.liveTo('2026-11-10 08:00');
    setChat('active');
    await bench.type(tu, '/kenh guilai');
    await bench.tick();
    expect(texts().at(-1)).toContain('Yêu cầu báo cáo đột xuất');
    expect(await why()).toContain('không tới được anh/chị nên được gửi lại');
  });

  it('by a milestone that the plan has dropped since: no coordinator is said to have chased', async () => {
    const { bench, why } = await scene();
    await bench.liveTo('2026-11-10 09:00');
    expect(await why()).toContain('còn 5 ngày làm việc');
    const { policy } = FROZEN_PLAN;
    const milestones = policy.milestones.map((rule) => (rule.key === 'L-5' ? { ...rule, key: 'L-4' } : rule));
    applyPlan(bench.store, { ...FROZEN_PLAN, policy: { ...policy, milestones } }, bench.clock.now());
    const said = await why();
    expect(said).toContain('nay kế hoạch không còn mốc này');
    expect(said).not.toContain('đôn đốc');
  });

  it('by a coordinator', async () => {
    const { bench, tu, desk, why } = await scene();
    await bench.tick();
    const order = { units: null, except: [], everybody: true, words: '', atOnce: true };
    nudge(desk, { person: tu.person, at: bench.clock.now() }, { obligation: 'thang', period: '2026-11', ...order });
    await bench.tick();
    expect(await why()).toContain('cán bộ điều phối đôn đốc trực tiếp');
  });
});
