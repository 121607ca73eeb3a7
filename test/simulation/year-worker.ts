import { parentPort } from 'node:worker_threads';
import { liveThrough, type YearOrder } from './many-years.ts';

parentPort?.on('message', async (order: YearOrder) => parentPort?.postMessage(await liveThrough(order)));
