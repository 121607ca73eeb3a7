import { peakMemory } from './peak-memory.ts';

/** Loaded into the real program before it starts: tells its peak memory when asked. */
process.on('message', () => process.send?.(peakMemory()));
process.channel?.unref();
