#!/usr/bin/env node
// What `npx clippings` and `npm start` run. Plain JavaScript: it has to work before anything is built.
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';

const program = new URL('./dist/main.js', import.meta.url);

function leave(what) {
  process.stderr.write(`clippings: ${what}\n`);
  process.exit(1);
}

const install = `Run "npm ci" in ${fileURLToPath(new URL('.', import.meta.url))}.`;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  leave(`Node.js ${process.versions.node} is too old. Install Node.js 20.19 or newer.`);
}

/** A bot that answers twenty questions at once has some eighty files and connections open. */
const FEWEST_FILES = 128;
/** In megabytes. With less, not even a small archive can be opened. */
const SMALLEST_HEAP = 100;

/** How many files this process may have open; only Linux says. */
function fileLimit() {
  try {
    const [, limit] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return Number(limit ?? Number.POSITIVE_INFINITY);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

const tooManyFiles = 'Raise the limit, with "ulimit -n 1024" or LimitNOFILE= in the unit of systemd.';
const files = fileLimit();
if (files < FEWEST_FILES) {
  leave(`Only ${files} files may be open here, and at least ${FEWEST_FILES} are needed. ${tooManyFiles}`);
}
const heap = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20);
if (heap < SMALLEST_HEAP) {
  leave(
    `Node.js may use only ${heap} MB of memory here, and at least ${SMALLEST_HEAP} are needed. Set NODE_OPTIONS=--max-old-space-size=256 or more, or give its container more memory.`,
  );
}

if (!existsSync(program)) {
  leave(
    `This copy is not built, and only an installation with its development packages can build it. ${install}`,
  );
}
// Keeps compiled code for the next start, where Node.js can (22.8 and newer).
module.enableCompileCache?.();
try {
  await import(program.href);
} catch (error) {
  if (error.code === 'EMFILE' || error.code === 'ENFILE') leave(`Too many files are open. ${tooManyFiles}`);
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  leave(`The packages that it needs are not installed, or not all of them. ${install}`);
}
