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

export function defineMode(): SettingRule {
  return defineChoice(MODES, SETTING_WORDS.mode, 'polling');
}

export function modeOf(value: string | null): (typeof MODES)[number] {
  return value === 'webhook' ? 'webhook' : 'polling';
}

export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}
