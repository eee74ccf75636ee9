/**
 * Makes the picture of an answer in the README, from a real one: `npx tsx docs/picture.ts`.
 * Needs Chromium, whose name may be given in CHROMIUM.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from '../src/answer/ask.js';
import { openArchive } from '../src/archive/open-archive.js';
import { renderAnswer } from '../src/discord/render-answer.js';
import { messagePage } from './message-page.js';

const QUESTION = 'how many troops are in Iraq?';
const SIZE = { width: 720, height: 640 };

const folder = mkdtempSync(path.join(tmpdir(), 'clippings-picture-'));
const archive = await openArchive({ articlesFolder: 'seeds', indexFolder: folder });
const page = path.join(folder, 'page.html');
writeFileSync(page, messagePage(QUESTION, renderAnswer(await ask(archive, QUESTION))));
await archive.close();
execFileSync(
  process.env.CHROMIUM ?? 'chromium',
  [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ...[
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
      '--force-device-scale-factor=1.5',
    ],
    `--user-data-dir=${path.join(folder, 'profile')}`,
    `--window-size=${SIZE.width},${SIZE.height}`,
    `--screenshot=${path.resolve('docs/answer.png')}`,
    `file://${page}`,
  ],
  { stdio: 'ignore', timeout: 120_000 },
);
rmSync(folder, { recursive: true, force: true });
