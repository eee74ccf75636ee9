import { parentPort } from 'node:worker_threads';
import { serveArchiveService } from './serve-archive-service.js';

// Run as a thread of its own, see start-thread.ts.
if (parentPort === null) throw new Error('This file is run as a worker thread');
serveArchiveService(parentPort);
