import { config as loadEnvFile } from 'dotenv';
import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { explainFailure } from './explain-failure.ts';
import { createLog } from './log.ts';
import { systemRandom } from './random.ts';
import { sayStarted, sayStopped, sayStopping } from './wording/operator.ts';

loadEnvFile({ quiet: true });

try {
  const config = readConfig(process.env);
  const secrets = [config.telegram?.token, ...(config.zalo?.tokens ?? []), config.webhookSecret].filter(
    (one) => one != null,
  );
  const log = createLog(config.logLevel, secrets);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody looked'));
  const app = await startApp(config, { log, random: systemRandom });
  const channels = [config.telegram && 'Telegram', config.zalo && `Zalo (${config.zalo.tokens.length} bot)`].filter(
    (one) => one !== null,
  );
  // Before anything is said: whoever reads that it runs may stop it at once.
  stopOnSignal(app.stop);
  process.stdout.write(
    `${sayStarted({ url: app.url, channels, isRehearsal: config.rehearsal !== null, database: config.databasePath })}\n`,
  );
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}

/** The first signal finishes what is in hand; the second exits at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    process.stdout.write(`${sayStopping()}\n`);
    await stop();
    process.stdout.write(`${sayStopped()}\n`);
    process.exit(0);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
