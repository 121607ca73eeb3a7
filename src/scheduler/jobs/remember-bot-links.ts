import { rememberBotLinks } from '../../actions/bots.ts';
import type { Desk } from '../../actions/desk.ts';
import type { Job } from '../job.ts';

/** Keeps the bots' names and links for `npm run invite`: they are known only once the platforms have answered. */
export function rememberBotLinksJob(desk: Desk): Job {
  return {
    name: 'remember-bot-links',
    run() {
      rememberBotLinks(desk);
      return {};
    },
  };
}
