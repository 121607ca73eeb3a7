import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** For what hangs, not for what is slow. */
export const PATIENCE_MS = 120_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chromium is on this machine: CHROMIUM_PATH, /usr/bin/chromium, or one on the PATH. */
function findChromium(): string | null {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [CHROMIUM_PATH ?? '', '/usr/bin/chromium', ...onPath];
  return candidates.find((path) => path !== '' && isExecutable(path)) ?? null;
}

/** True when browser tests can run; otherwise says so aloud, because a silent skip looks like a pass. */
export function canBrowse(): boolean {
  const found = findChromium() !== null;
  if (!found) {
    console.warn(
      'BỎ QUA kiểm thử trình duyệt: không tìm thấy Chromium. Xin cài gói chromium hoặc đặt CHROMIUM_PATH tới tệp chạy được.',
    );
  }
  return found;
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium: set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
