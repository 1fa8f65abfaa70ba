import type { Logger, Metrics } from '../../../src/core/ports/runtime.js';

const nothing = () => undefined;

/** A log that keeps nothing. */
export const quietLog: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => quietLog,
};

export const quietMetrics: Metrics = { count: nothing, observe: nothing };
