import type { Config } from '../config/config.js';
import type { Logger } from '../core/ports/runtime.js';
import { createLogger } from '../infrastructure/logging/logger.js';

/** The log of a process: to standard error, so that what people asked for stands alone on standard output. */
export function createProcessLog(config: Pick<Config, 'LOG_FORMAT' | 'LOG_LEVEL' | 'QUIET'>): Logger {
  const forPeople =
    config.LOG_FORMAT === 'text' || (config.LOG_FORMAT === 'auto' && process.stderr.isTTY === true);
  const standard = forPeople || config.QUIET ? 'warn' : 'info';
  return createLogger({
    level: config.LOG_LEVEL ?? standard,
    format: forPeople ? 'text' : 'json',
    write: (line) => process.stderr.write(line),
  });
}
