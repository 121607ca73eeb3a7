import { z } from 'zod';
import { SETTING_WORDS } from '../wording/settings.ts';
import type { SettingRule } from './card.ts';

const MODES = ['polling', 'webhook'] as const;

/** A setting that is a text of a certain shape. */
export function defineText(isRight: (value: string) => boolean, wrong: string, example: string): SettingRule {
  return { schema: z.string().refine(isRight), wrong, example };
}

export function defineChoice(values: readonly string[], wrong: string, example: string): SettingRule {
  return { schema: z.enum(values), wrong, example };
}

/** The base address of a platform's interface. */
export function defineAddress(example: string): SettingRule {
  return defineText(isWebAddress, SETTING_WORDS.address, example);
}

/** The proxy by which a platform is reached. */
export function defineProxy(): SettingRule {
  return defineText(isProxyAddress, SETTING_WORDS.proxy, 'http://10.0.0.5:3128');
}

export function defineMode(): SettingRule {
  return defineChoice(MODES, SETTING_WORDS.mode, 'polling');
}

export function modeOf(value: string | null): (typeof MODES)[number] {
  return value === 'webhook' ? 'webhook' : 'polling';
}

function isProxyAddress(value: string): boolean {
  if (!isWebAddress(value)) return false;
  const url = new URL(value);
  return url.pathname === '/' && url.search === '' && url.hash === '' && isEscaped(url);
}

/** Whether name and password can be read back: `%` stands for itself in no address. */
export function isEscaped({ username, password }: URL): boolean {
  try {
    for (const part of [username, password]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** What of an address may stand in no log: its password, in both spellings. */
export function passwordsIn(address: string | null): string[] {
  const password = address === null ? '' : new URL(address).password;
  return password === '' ? [] : [password, decodeURIComponent(password)];
}

export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}
