import { sumUp, tellDisasters } from '../test/disaster/figures.ts';
import { PLACES } from '../test/disaster/place.ts';
import { runDrills } from '../test/disaster/run-drills.ts';
import { createDice } from '../test/simulation/seeded-random.ts';
import { FLAG, readArguments, TEXT } from './arguments.ts';

const HELP = `npm run disaster -- --on ${PLACES.join('|')} [options]: the machine is lost, again and again

  The real bot with its litestream, under load, over a pretended Telegram. Both are killed at once at a random moment after the first
  receipt, the disk is deleted, the database is recovered from the copy, and the bot starts again.

  --on PLACE       where the copy is: a folder, openssh-server on loopback (/usr/sbin/sshd), or an S3 server that npx fetches
  --drills N       machines lost (100)
  --hold           with REPLICA_HOLD_RECEIPTS=yes
  --encrypted      with a REPLICA_KEY
  --seed N         when they die (1)
  --json           the figures as one line`;

const { values, whole, refuse } = readArguments(HELP, {
  on: TEXT,
  drills: TEXT,
  hold: FLAG,
  encrypted: FLAG,
  seed: TEXT,
  json: FLAG,
});
const on = PLACES.find((place) => place === values.on) ?? refuse(`--on takes one of ${PLACES.join(', ')}`);
const { hold: holds, encrypted: isEncrypted, json } = values;
const [drills, seed] = [whole('drills', 100), whole('seed', 1)];
const begun = performance.now();
const done = await runDrills({
  on,
  drills,
  holds,
  isEncrypted,
  dice: createDice(`disaster ${seed}`),
  onDrill({ receipts, lost, rpoMs, rtoMs }, index) {
    const [rpo, rto] = [rpoMs, rtoMs].map((ms) => (ms / 1000).toFixed(1));
    console.error(`drill ${index + 1}: ${receipts} receipts, ${lost} lost, RPO ${rpo} s, RTO ${rto} s`);
  },
});
const figures = sumUp({ on, holds, seed }, done);
console.log(json ? JSON.stringify(figures) : tellDisasters(figures));
console.error(`wall time: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
// Without the wait some are lost: that is what is measured. With it none may be.
const { lost, lostHereOnly } = figures.receipts;
process.exitCode = holds && lost > lostHereOnly ? 1 : 0;
