import type { Listener } from '../src/service/archive-service.js';

/** Tells on stderr what goes wrong in a service that is measured. */
export const serviceListener: Listener = {
  progress: () => {},
  notice: (line) => void process.stderr.write(`${line}\n`),
  info: () => {},
  warn: (line) => void process.stderr.write(`${line}\n`),
  fault: (error) => void process.stderr.write(`${error}\n`),
  polled: () => {},
};
