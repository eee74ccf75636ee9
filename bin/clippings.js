#!/usr/bin/env node
// Stands in the repository, unlike what is built, so that npm can link it at any time.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  console.error('clippings: It is not built yet. Run: npm ci');
  process.exitCode = 1;
}
