// Packs Clippings as npm publishes it, installs the package into an empty folder, and asks there. It also says what the
// package and its installation weigh.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANSWER, ENVIRONMENT, QUESTION, takeSteps } from './trial.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'clippings-package-'));
const installed = join(folder, 'node_modules', 'clippings');
let file = '';

function npm(words, cwd) {
  // Only a shell finds npm on Windows.
  const shell = process.platform === 'win32';
  return execFileSync('npm', words, { cwd, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function pack() {
  const [packed] = JSON.parse(npm(['pack', '--json', '--silent', '--pack-destination', folder], project));
  file = join(folder, packed.filename);
  console.log(`The package has ${packed.entryCount} files in ${(packed.size / 1e6).toFixed(1)} MB.`);
  const names = packed.files.map(({ path }) => path);
  assert.deepEqual(
    names.filter((name) => /^(?:test|bench|src)\//.test(name)),
    ['src/text/lexicon/WORDNET-LICENSE'],
  );
  for (const name of ['NOTICE.md', 'LICENSE', 'README.md', '.env.example'])
    assert.ok(names.includes(name), name);
}

function install() {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', file], folder);
}

function ask() {
  const program = join(folder, 'node_modules', 'clippings', 'clippings.js');
  const words = [program, 'ask', '--json', QUESTION];
  const output = execFileSync(process.execPath, words, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8' });
  assert.match(JSON.parse(output).snippets[0].text, ANSWER);
}

/** npm replaces the package whole when it is updated: what is written belongs beside it. */
function keep() {
  assert.ok(existsSync(join(folder, 'articles')) && existsSync(join(folder, 'index')));
  assert.ok(!existsSync(join(installed, 'index')) && !existsSync(join(installed, 'articles')));
}

try {
  await takeSteps('Package', { pack, install, ask, keep });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 1_000 });
}
