import { parentPort, workerData } from 'node:worker_threads';
import { makeFile, type PrintTask } from './print-file.ts';

// One file a thread: its memory goes with it, and a file that hangs or breaks takes nothing else along.
parentPort?.postMessage(await makeFile(workerData as PrintTask));
