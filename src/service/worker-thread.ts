import { parentPort } from 'node:worker_threads';
import { serveArchiveService } from './serve-archive-service.js';

// This file is the entry point of a worker thread, see start-worker-thread.ts.
if (parentPort === null) throw new Error('This file is run as a worker thread');
serveArchiveService(parentPort);
