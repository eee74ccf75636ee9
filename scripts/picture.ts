/**
 * Creates the pictures for the README from a real answer and a real digest. Run with `npx tsx
 * scripts/picture.ts`; needs Chromium.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from '../src/answer/ask.js';
import { openArchive } from '../src/archive/open-archive.js';
import { composeDigest } from '../src/digest/compose.js';
import { periodOfDays } from '../src/digest/schedule/period.js';
import { keyOfDays } from '../src/digest/schedule/period-key.js';
import { renderAnswer } from '../src/discord/rendering/render-answer.js';
import { renderDigest } from '../src/discord/rendering/render-digest.js';
import { messagePage } from './message-page.js';
import { screenshot } from './screenshot.js';

const QUESTION = 'how many US soldiers are stationed in Iraq?';
const DAY = '2020-01-05';

const indexFolder = mkdtempSync(path.join(tmpdir(), 'clippings-picture-'));
const archive = await openArchive({ articlesFolder: 'seeds', indexFolder });
const answer = renderAnswer(await ask(archive, QUESTION, { asked: '2020-01-06' }));
const digest = renderDigest(await composeDigest(archive, periodOfDays(DAY, DAY)), {
  period: keyOfDays(DAY, DAY),
});
await archive.close();
rmSync(indexFolder, { recursive: true, force: true });

screenshot(messagePage(QUESTION, answer), 'docs/answer.png', { width: 720, height: 410 });
screenshot(messagePage(null, digest), 'docs/digest.png', { width: 720, height: 690 });
