// Does the steps of the Dockerfile in a clean folder, where there is no Docker, and tries what they make: a question, the
// bot against the stand-in, its health check, and the size. Run it with the Node.js that the image has:
// `scripts/on-node 24 node scripts/try-image.js`. It says which steps it left out: those that need the base image.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANSWER, ENVIRONMENT, QUESTION, takeSteps, tryBot } from './trial.js';

/** The size in bytes of what comes from elsewhere: Alpine Linux 3.22 with libstdc++ and libgcc, at most. */
const BASE = 13e6;
/** What the image may take, in bytes. */
const LIMIT = 250e6;

const project = fileURLToPath(new URL('..', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'clippings-image-'));

/** The instructions of the Dockerfile, as `[name, rest]`. */
const instructions = readFileSync(join(project, 'Dockerfile'), 'utf8')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => /^(\w+) (.*)$/.exec(line).slice(1));

/** The last of these instructions. */
function last(name) {
  return instructions.findLast(([each]) => each === name)[1];
}

const allowed = readFileSync(join(project, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' }).split('\0');

let stage = '';
let folder = '/';

/** Where a path of a stage is here. */
function here(path, inStage = stage) {
  return join(root, inStage, path.startsWith('/') ? path : join(folder, path));
}

const handlers = {
  FROM(rest) {
    stage = / AS (\w+)$/.exec(rest)?.[1] ?? 'final';
    folder = '/';
    mkdirSync(here('/'), { recursive: true });
  },
  WORKDIR(rest) {
    folder = rest;
    mkdirSync(here('.'), { recursive: true });
  },
  RUN(command) {
    if (command.startsWith('apk '))
      return console.log(`Left out, as it needs the base image: RUN ${command}`);
    const env = { ...process.env, NODE_ENV: '' };
    execFileSync(command, { cwd: here('.'), env, shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
  },
  COPY(rest) {
    const words = rest.split(' ');
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
    const paths = words.filter((word) => !word.startsWith('--'));
    const target = paths.pop();
    for (const source of paths) {
      const place = target.endsWith('/') ? here(join(target, basename(source))) : here(target);
      mkdirSync(dirname(place), { recursive: true });
      if (source === '/usr/local/bin/node') cpSync(process.execPath, place);
      else if (from) cpSync(here(source, from), place, { recursive: true });
      else copyTracked(source, place);
    }
  },
};

/** Copies what the build context has: files of the repository that .dockerignore lets through. */
function copyTracked(source, place) {
  assert.ok(allowed.includes(source), `.dockerignore keeps ${source} out`);
  for (const file of tracked.filter((each) => each === source || each.startsWith(`${source}/`))) {
    const to = file === source ? place : join(place, file.slice(source.length + 1));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(project, file), to);
  }
}

const env = Object.fromEntries(
  last('ENV')
    .split(' ')
    .map((pair) => pair.split('=')),
);
// A port of its own, so that nothing else on this machine is asked.
const port = 20_000 + (process.pid % 20_000);

function build() {
  for (const [name, rest] of instructions) handlers[name]?.(rest);
}

function ask() {
  const words = [...JSON.parse(last('ENTRYPOINT')).slice(1), 'ask', '--json', QUESTION];
  const output = execFileSync(here('/usr/local/bin/node'), words, { cwd: here('/app'), env: ENVIRONMENT });
  const answer = JSON.parse(String(output));
  assert.match(answer.snippets[0].text, ANSWER);
}

function bot() {
  const words = [...JSON.parse(last('ENTRYPOINT')).slice(1), ...JSON.parse(last('CMD'))];
  const check = JSON.parse(/CMD (\[.*\])$/.exec(last('HEALTHCHECK'))[1]).slice(1);
  const whileItRuns = async () => {
    execFileSync(
      process.execPath,
      check.map((word) => word.replace('9100', port)),
    );
  };
  const settings = { ...env, METRICS_PORT: String(port), METRICS_HOST: '127.0.0.1' };
  return tryBot({ project, cwd: here('/app'), words, env: settings, whileItRuns });
}

function size() {
  const files = readdirSync(here('/'), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
    BASE,
  );
  console.log(`The image takes about ${Math.round(bytes / 1e6)} MB.`);
  assert.ok(bytes < LIMIT, 'that is too much');
}

try {
  await takeSteps('Image', { build, ask, bot, size });
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 1_000 });
}
