import pino from 'pino';

/** Where a part reports what happened. Fields carry ids and figures; never a token, never a message's text. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A structured log on standard error, with every secret blanked wherever it turns up. */
export function createLog(level: string, secrets: readonly string[]): Log {
  const written = secrets.filter((secret) => secret !== '').flatMap(asWritten);
  const blank = (line: string): string => written.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
  const stream = { write: (line: string) => void process.stderr.write(blank(line)) };
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

/** A secret as it is, and as it stands inside a JSON text, where quotes and backslashes are escaped. */
function asWritten(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1)];
}
