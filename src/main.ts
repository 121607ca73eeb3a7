import { config as loadEnvFile } from 'dotenv';
import { startApp } from './assembly/app.ts';
import { explainFailure } from './assembly/explain-failure.ts';
import { areSettingsOpen } from './assembly/open-settings.ts';
import { PLATFORMS } from './assembly/platforms.ts';
import { isNewForNothing } from './assembly/require-database.ts';
import { unknownSettings } from './assembly/unknown-settings.ts';
import { systemClock } from './clock.ts';
import { readConfig, secretsOf } from './config.ts';
import { createLog } from './log.ts';
import { systemRandom } from './random.ts';
import {
  sayLostDatabase,
  sayNewForNothing,
  sayOpenSettings,
  sayStarted,
  sayStopped,
  sayStopping,
  sayUnknownSetting,
} from './wording/operator.ts';

loadEnvFile({ quiet: true });

try {
  const config = readConfig(process.env, PLATFORMS);
  const log = createLog(config.logLevel, secretsOf(config));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  if (areSettingsOpen()) process.stdout.write(`${sayOpenSettings()}\n`);
  for (const unknown of unknownSettings(process.env, PLATFORMS))
    process.stdout.write(`${sayUnknownSetting(unknown)}\n`);
  const isNew = process.argv.includes('--new');
  if (isNewForNothing(config, isNew)) process.stdout.write(`${sayNewForNothing(config.databasePath)}\n`);
  const app = await startApp(config, {
    log,
    random: systemRandom,
    cards: PLATFORMS,
    isNew,
    onLost: endWithoutDatabase,
  });
  // Before anything is said: whoever reads that it runs may stop it at once.
  stopOnSignal(app.stop);
  process.stdout.write(
    `${sayStarted({ url: app.url, publicAt: app.publicAt, channels: app.platforms, isRehearsal: config.rehearsal !== null, database: config.databasePath })}\n`,
  );
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}

/** At once, as if killed: there is no file any more in which an outcome could be written. */
function endWithoutDatabase(lost: Parameters<typeof sayLostDatabase>[0]): void {
  process.stderr.write(`${sayLostDatabase(lost)}\n`);
  process.exit(1);
}

/** npm passes on what the terminal has sent to everybody: the same signal again at once is an echo. */
const ECHO_MS = 500;

/** The first signal finishes what is in hand; the second exits at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let first: { signal: string; at: number } | null = null;
  const onSignal = async (signal: string): Promise<void> => {
    const isEcho = first?.signal === signal && systemClock.wire() - first.at < ECHO_MS;
    if (isEcho) return;
    if (first !== null) process.exit(1);
    first = { signal, at: systemClock.wire() };
    process.stdout.write(`${sayStopping()}\n`);
    await stop();
    process.stdout.write(`${sayStopped()}\n`);
    process.exit(0);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
