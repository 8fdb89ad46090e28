/** The SDK's own log, kept silent: at some levels it writes whole events. Errors are ours to report. */
import { type Logger, logger } from 'matrix-js-sdk/lib/logger.js';

export const silence: Logger = {
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
  getChild: () => silence,
};

// Some of its parts are given no log and take the library's own; their children write as it does.
const root = logger as unknown as { methodFactory: () => () => void; rebuild(): void };
root.methodFactory = () => () => {};
root.rebuild();
