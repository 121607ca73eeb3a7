import { isOpenToOthers } from '../store/file-mode.ts';

/** Whether others on this machine can read the bot's tokens in `.env`. */
export const areSettingsOpen = (): boolean => isOpenToOthers('.env');
