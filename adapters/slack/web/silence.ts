/** The SDK's own log, kept silent: at some levels it writes whole messages and tokens. Errors are ours to report. */
import { type Logger, LogLevel } from '@slack/bolt';

export const silence: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};
