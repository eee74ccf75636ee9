/**
 * Takes the pictures in docs/pictures/: what members see, in dark and light colours, on a desktop and on a
 * phone. Run with `npm run pictures`; needs Chromium, and a font with emoji.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from '../../src/answer/ask.js';
import type { Archive } from '../../src/archive/archive.js';
import { openArchive } from '../../src/archive/open-archive.js';
import { lookUpSource } from '../../src/archive/source-lookup.js';
import { composeDigest } from '../../src/digest/compose.js';
import { traceStory } from '../../src/digest/course/trace-story.js';
import { sameStory } from '../../src/digest/same-story.js';
import { periodOfDays } from '../../src/digest/schedule/period.js';
import { keyOfDays } from '../../src/digest/schedule/period-key.js';
import { container, type Outgoing, text } from '../../src/discord/rendering/message.js';
import { renderAnswer } from '../../src/discord/rendering/render-answer.js';
import { renderDigest } from '../../src/discord/rendering/render-digest.js';
import { renderCard } from '../../src/discord/rendering/render-source.js';
import { renderStory } from '../../src/discord/rendering/story/render-story.js';
import { texts } from '../../src/discord/rendering/texts.js';
import { renderAlert } from '../../src/discord/rendering/watches/render-alert.js';
import type { Watch } from '../../src/store/watches/watches.js';
import { composeAlert } from '../../src/watch/compose-alert.js';
import { ARTICLES, COURSE, DAY } from './articles.js';
import { LOOKS } from './look.js';
import { measuringPage, messagePage, type Scene } from './message-page.js';
import { rendered, screenshot } from './screenshot.js';

const FOLDER = 'docs/pictures';

const scenes = { ...(await over(ARTICLES, scenesOfDay)), ...(await over(COURSE, scenesOfCourse)) };
const [, heights = '[]'] =
  /<pre id="heights">([^<]*)<\/pre>/.exec(rendered(measuringPage(Object.values(scenes), LOOKS))) ?? [];
const measured: unknown = JSON.parse(heights);
if (!Array.isArray(measured)) throw new Error('The pages could not be measured');
mkdirSync(FOLDER, { recursive: true });
for (const [row, look] of LOOKS.entries()) {
  for (const [column, [name, scene]] of Object.entries(scenes).entries()) {
    const height = Number(measured[row * Object.keys(scenes).length + column]);
    screenshot(messagePage(scene, look), path.join(FOLDER, `${name}-${look.name}.png`), {
      width: look.width,
      height,
    });
  }
}

/** Lets the program work over invented articles. */
async function over<T>(
  articles: Readonly<Record<string, string>>,
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-picture-'));
  for (const [name, words] of Object.entries(articles)) writeFileSync(path.join(folder, name), words);
  const archive = await openArchive({ articlesFolder: folder, indexFolder: path.join(folder, 'index') });
  try {
    return await work(archive);
  } finally {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scenesOfCourse(archive: Archive): Promise<Record<string, Scene>> {
  const words = 'Weston flood';
  const alert = await composeAlert(archive, { words, article: 'post-flood', previous: 'herald-flood' });
  if (alert === null) throw new Error('There is no alert for the picture');
  const course = await traceStory(archive, words);
  const watch = { id: 1, words, story: null } as Watch; // What else a watch holds is not shown.
  return {
    alert: { said: null, isCommand: false, reply: renderAlert(watch, [alert], 0, 1) },
    story: { said: '/story', isCommand: true, reply: renderStory(words, course) },
  };
}

async function scenesOfDay(archive: Archive): Promise<Record<string, Scene>> {
  const answered = async (question: string): Promise<Scene> => {
    const result = await ask(archive, question, { asked: '2026-03-11' });
    return { said: question, isCommand: false, reply: renderAnswer(result, { isKept: true, isReply: true }) };
  };
  const command = (said: string, reply: Outgoing): Scene => ({ said, isCommand: true, reply });
  const { best, meant } = await lookUpSource(archive, 'herlad bridge');
  const article = best && (await archive.article(best.id));
  if (!article) throw new Error('The article of the picture was not found');
  const looked = { words: 'herlad bridge', meant };
  const digest = await composeDigest(archive, periodOfDays(DAY, DAY));
  return {
    answer: await answered('how many vehicles cross the harbour bridge every day?'),
    refusal: await answered('who won the regatta in Southport?'),
    digest: command('/digest preview', renderDigest(digest, { period: keyOfDays(DAY, DAY) })),
    source: command(
      '/source',
      renderCard(best, article, { looked, story: await sameStory(archive, best.id) }),
    ),
    help: command('/help', container([text(clickable(texts.helpMembers))])),
  };
}

/** As the bot sends it where its commands are registered. */
function clickable(words: string): string {
  return words.replace(/`(\/[\w ]+)`/g, '<$1:1>');
}
