#!/usr/bin/env node
// What `npx clippings` and `npm start` run. Plain JavaScript: it has to work before anything is built.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

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
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  leave(`The packages that it needs are not installed, or not all of them. ${install}`);
}
