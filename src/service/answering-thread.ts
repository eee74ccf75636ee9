import { parentPort } from 'node:worker_threads';
import { ask } from '../answer/ask.js';
import { connect } from '../rpc/connect.js';
import type { AnsweringCalls, ArchiveCalls } from './answering-calls.js';
import { RemoteArchive } from './remote-archive.js';

// This file is the entry point of a worker thread, see answering-threads.ts.
if (parentPort === null) throw new Error('This file is run as a worker thread');

const calls: AnsweringCalls = {
  ready: async () => undefined,
  async answer({ question, options, within, changes }) {
    if (changes !== null) archive.learn(changes);
    return ask(within === null ? archive : archive.within(within), question, options);
  },
};
const archive = new RemoteArchive(connect<ArchiveCalls>(parentPort, calls));
