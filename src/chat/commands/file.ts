import { offerUpload } from '../../actions/upload-link.ts';
import { CHANNEL_TITLES } from '../../wording/me.ts';
import { sayFileHere, sayUploadOffer } from '../../wording/upload.ts';
import type { Command } from '../command.ts';

export const fileCommand: Command = {
  name: 'tep',
  alias: 'file',
  summary: 'gửi tệp kèm báo cáo khi ứng dụng không gửi được tệp',
  example: '/tep',
  needs: 'submit',
  run(turn) {
    const bot = turn.desk.bots.find((one) => one.channel === turn.chat.channel && one.bot === turn.chat.bot);
    if (bot?.capabilities.filesIn === 'all') return turn.say(sayFileHere());
    const other = turn.desk.bots.find((one) => one.channel !== 'web' && one.capabilities.filesIn === 'all');
    const otherApp = other === undefined ? null : (CHANNEL_TITLES[other.channel] ?? other.channel);
    turn.say(sayUploadOffer(offerUpload(turn.desk, turn.chat.id, turn.now), otherApp, turn.desk.zone));
  },
};
