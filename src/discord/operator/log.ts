import { type LevelWithSilent, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** Creates a log of plain lines on standard output. It is coloured on a terminal only. */
export function createLog(level: LevelWithSilent): Logger {
  const line = pretty({
    destination: process.stdout.fd,
    // Written line by line, so that nothing is lost when the process ends.
    sync: true,
    colorize: process.stdout.isTTY === true,
    translateTime: 'SYS:yyyy-mm-dd HH:MM:ss',
  });
  return pino({ level, base: null }, line);
}
