import { offerUpload } from '../../actions/upload-link.ts';
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
    turn.say(sayUploadOffer(offerUpload(turn.desk, turn.chat.id, turn.now), turn.desk.zone));
  },
};
