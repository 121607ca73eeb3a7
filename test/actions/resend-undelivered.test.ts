import { describe, expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

/** Two liaisons, both out of reach when the first reminder is due. */
async function scene() {
  const bench = createBench({ start: '2026-11-09 08:00' });
  const mai = bench.join('liaison', 'HBG', { name: 'Mai' });
  const an = bench.join('liaison', 'HCG', { name: 'An' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  for (const member of [mai, an]) {
    const chat = bench.store.chats.ofPerson(member.person)[0];
    if (chat !== undefined) bench.store.chats.setState(chat.id, 'blocked', bench.clock.now());
  }
  await bench.liveTo('2026-11-10 09:00');
  const back = (person: number) => {
    const chat = bench.store.chats.ofPerson(person)[0];
    if (chat !== undefined) bench.store.chats.setState(chat.id, 'active', bench.clock.now());
  };
  return { bench, mai, an, tu, back };
}

describe('what did not get to people', () => {
  it('is listed for coordinators and sent once more, while the report is owed', async () => {
    const { bench, mai, an, tu, back } = await scene();
    expect(bench.texts(mai)).toEqual([]);
    await bench.type(tu, '/kenh');
    expect(bench.texts(tu).at(-1)).toContain('nhắc hạn tới Mai');

    back(mai.person);
    back(an.person);
    bench.submit(an, 'HCG', '2026-11');
    await bench.press(tu, 'Gửi lại các tin chưa đến');
    expect(bench.texts(tu).at(-1)).toContain('cho 1 người');
    expect(bench.texts(mai).join()).toContain('Báo cáo tháng 11/2026');
    expect(bench.texts(an).join()).not.toContain('Nhắc hạn');
  });

  it('is sent again once, and then off the list; what fails again is on it again', async () => {
    const { bench, mai, an, tu, back } = await scene();
    back(mai.person);
    await bench.type(tu, '/kenh guilai');
    expect(bench.texts(mai).length).toBe(1);
    bench.clock.advance(600_000);
    await bench.type(tu, '/kenh');
    // An is still out of reach: the second try failed as the first.
    expect(bench.texts(tu).at(-1)).not.toContain('tới Mai');
    expect(
      bench
        .texts(tu)
        .at(-1)
        ?.match(/tới An/gu)?.length,
    ).toBe(1);
    back(an.person);
    await bench.type(tu, '/kenh guilai');
    await bench.type(tu, '/kenh guilai');
    expect(bench.texts(tu).at(-1)).toContain('Không còn tin nào cần gửi lại');
    expect([bench.texts(mai).length, bench.texts(an).length]).toEqual([1, 1]);
  });

  it('is a coordinator’s list of overdue units as well', async () => {
    const { bench, tu } = await scene();
    const other = bench.join('coordinator', null, { name: 'Lê' });
    const chat = bench.store.chats.ofPerson(other.person)[0];
    bench.store.chats.setState(chat?.id ?? 0, 'blocked', bench.clock.now());
    await bench.liveTo('2026-11-30 09:00');
    await bench.type(tu, '/kenh');
    expect(bench.texts(tu).at(-1)).toContain('danh sách quá hạn tới Lê');
    bench.store.chats.setState(chat?.id ?? 0, 'active', bench.clock.now());
    await bench.type(tu, '/kenh guilai');
    await bench.clock.advance(5000);
    expect(bench.texts(other).at(-1)).toContain('Huyện Bình Giang');
  });

  it('is what perhaps arrived, too', async () => {
    const bench = createBench({ start: '2026-11-09 08:00' });
    const mai = bench.join('liaison', 'HBG', { name: 'Mai' });
    const tu = bench.join('coordinator', null, { name: 'Tú' });
    mai.channel.failNext(['unknown'], mai.chat);
    await bench.liveTo('2026-11-10 09:00');
    await bench.type(tu, '/kenh');
    expect(bench.texts(tu).at(-1)).toContain(
      'nhắc hạn tới Mai, Ủy ban nhân dân huyện Bình Giang: không rõ đã đến hay chưa',
    );
  });

  it('is nothing when everything arrived or is settled', async () => {
    const { bench, mai, an, tu } = await scene();
    bench.submit(mai, 'HBG', '2026-11');
    bench.submit(an, 'HCG', '2026-11');
    await bench.type(tu, '/kenh guilai');
    expect(bench.texts(tu).at(-1)).toContain('Không còn tin nào cần gửi lại');
  });
});
