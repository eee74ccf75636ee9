// Builds dist/. Given a folder and sources, it bundles those into that folder instead, as tests of threads need them.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.js';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** The program, and what its threads run: whatever a source names by its place beside itself. */
function programs() {
  const files = readdirSync(source, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const threads = files.flatMap((file) => {
    const code = readFileSync(join(source, file), 'utf8');
    const named = code.matchAll(/new URL\('\.\/([\w-]+)\.js', import\.meta\.url\)/g);
    return Array.from(named, ([, name]) => join(source, dirname(file), `${name}.ts`));
  });
  return [join(source, 'main.ts'), ...new Set(threads)];
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'no-maps': { type: 'boolean', default: false } },
});
const [folder = fileURLToPath(new URL('../dist', import.meta.url)), ...sources] = positionals;
const entries = (sources.length === 0 ? programs() : sources).map((file) => [basename(file, '.ts'), file]);
// All lie in one folder.
if (new Set(entries.map(([name]) => name)).size < entries.length)
  throw new Error('Two programs share a name');
await bundle(Object.fromEntries(entries), folder, { sourcemap: !values['no-maps'] });
