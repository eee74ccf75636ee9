// Tries a fresh copy of Clippings on the Node.js that runs this: install and build, a question, a digest, and the bot
// against the stand-in for Discord. `scripts/on-node 22 node scripts/smoke-test.js` tries another version. It prints a
// line a step, and fails with the first step that does.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANSWER, ENVIRONMENT, PATIENCE, QUESTION, takeSteps, tryBot } from './trial.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'clippings-smoke-'));

/** Runs a program to its end and returns what it printed. */
function run(program, words, options = {}) {
  const settings = { cwd: copy, env: ENVIRONMENT, encoding: 'utf8', timeout: PATIENCE };
  return execFileSync(program, words, { ...settings, ...options });
}

function clippings(...words) {
  return run(process.execPath, ['clippings.js', ...words]);
}

/** Copies what the repository holds, so that nothing installed or built here helps. */
function copyProject() {
  const tracked = run('git', ['ls-files', '-z'], { cwd: project }).split('\0').filter(Boolean);
  for (const file of tracked) cpSync(join(project, file), join(copy, file));
}

/** Installs as the README says, with the caller's settings for npm. Only a shell finds npm on Windows. */
function install() {
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
}

function ask() {
  const answer = JSON.parse(clippings('ask', '--json', QUESTION));
  assert.equal(answer.answered, true);
  assert.match(answer.snippets[0].text, ANSWER);
}

function digest() {
  const { stories } = JSON.parse(clippings('digest', '--json', '--date', '2020-01-05'));
  assert.ok(stories.length > 0, 'the digest has no stories');
}

function bot() {
  return tryBot({ project: copy, cwd: copy, words: ['clippings.js'] });
}

try {
  await takeSteps(`Node.js ${process.versions.node}`, { copyProject, install, ask, digest, bot });
} finally {
  rmSync(copy, { recursive: true, force: true, maxRetries: 5, retryDelay: 1_000 });
}
