/** Loaded into the real program before it starts: tells its peak memory when asked. */
process.on('message', () => process.send?.(process.resourceUsage().maxRSS));
process.channel?.unref();
