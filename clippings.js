#!/usr/bin/env node
// What `npx clippings` and `npm start` run. Plain JavaScript: it has to work before anything is built.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('./dist/main.js', import.meta.url);

function leave(what) {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  process.stderr.write(`clippings: ${what} Run "npm ci" in ${folder}.\n`);
  process.exit(1);
}

if (!existsSync(program)) {
  leave('This copy is not built, and only an installation with its development packages can build it.');
}
try {
  await import(program.href);
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  leave('The packages that it needs are not installed, or not all of them.');
}
