import { describe, expect, it } from 'vitest';
import { makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { joinByShell } from '../support/telegram-person.ts';

const LINE = '/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Đã tổ chức 3 hội nghị';

describe('the last millisecond before 18/11/2026 in Vietnam', () => {
  it.concurrent.each(['America/New_York', 'Pacific/Auckland'])('on a machine in %s', async (zone) => {
    const folder = makeFolder();
    const fake = await startFakeTelegram({ token: TOKEN });
    const env = rehearsalOver(fake.url, folder.path, { TZ: zone, REHEARSAL_START: '2026-11-17T22:00' });
    const bot = await startBot(env);
    try {
      const [early, late, between] = await Promise.all(
        ['HBG', 'HCG', 'HGL'].map((unit) => joinByShell({ fake, env }, 'liaison', unit)),
      );
      const coordinator = await joinByShell({ fake, env }, 'coordinator');
      if (!early || !late || !between) throw new Error('three people joined');
      await bot.moveClock('2026-11-17T23:59:59.999');

      expect((await early.say(LINE)).text).not.toContain('nộp muộn');
      expect((await between.say(LINE)).text).not.toContain('nộp muộn');
      const onTime = await early.press('Gửi báo cáo');
      expect(onTime.text).toContain('nhận lúc 23:59:59 ngày 17/11/2026');
      expect(onTime.text).toContain('Ghi nhận: đúng hạn');

      await bot.moveClock('2026-11-18T00:00:00.000');
      // Said in time and pressed at the stroke: a press carries no time, so the text behind it counts.
      const pressedLater = await between.press('Gửi báo cáo');
      expect(pressedLater.text).toContain('nhận lúc 23:59:59 ngày 17/11/2026');
      expect(pressedLater.text).toContain('Ghi nhận: đúng hạn');
      expect((await late.say(LINE)).text).toContain('sẽ ghi nhận là nộp muộn');
      expect((await late.press('Gửi báo cáo')).text).toContain('Ghi nhận: nộp muộn');

      const round = await coordinator.say('/tonghop t11');
      expect(round.text).toMatch(/Đúng hạn: 2\n.*Nộp muộn: 1\n.*Chưa nộp: 32\nCộng: 35 đơn vị/u);
      expect((await bot.stop()).code).toBe(0);
    } finally {
      await bot.kill();
      await fake.close();
      folder.remove();
    }
  });

  it('takes seconds and thousandths from the clock bar, and no nonsense', async () => {
    const bot = await startBot({
      REHEARSAL_START: '2026-11-17T22:00',
      REHEARSAL_SPEED: '0',
      DATABASE_PATH: ':memory:',
    });
    try {
      expect((await bot.moveClock('2026-11-17T22:00:30')).now).toBe('2026-11-17T22:00');
      expect((await bot.moveClock('2026-11-17T22:01:30.5')).now).toBe('2026-11-17T22:01');
      for (const wrong of ['2026-11-31T08:00', '2026-11-17T22:01:61', '2026-11-17T22:01:40.', '17/11/2026 22:05']) {
        await expect(bot.moveClock(wrong)).rejects.toThrow(/answers 400/);
      }
      await expect(bot.moveClock('2026-11-17T21:00')).rejects.toThrow(/answers 400/);
      expect((await bot.healthz()).body.now).toBe('2026-11-17T22:01');
    } finally {
      await bot.kill();
    }
  });
});
