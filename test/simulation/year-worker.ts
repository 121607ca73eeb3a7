import { parentPort, workerData } from 'node:worker_threads';
import { liveThrough } from './many-years.ts';

parentPort?.postMessage(await liveThrough(workerData));
