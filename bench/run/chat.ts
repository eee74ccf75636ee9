import { existsSync } from 'node:fs';
import path from 'node:path';
import { ask } from '../../src/answer/ask.js';
import { soundsOfTheWorld } from '../../src/answer/question/world-question.js';
import type { Archive } from '../../src/archive/archive.js';
import type { Day } from '../../src/text/dates/calendar.js';
import { chatFailures, type LookedUp, type Manner, measureChat } from '../measures/chat.js';
import type { SetResult } from '../results.js';
import { type ChatLine, readChat } from '../sets/chat.js';
import { readNewsArticles } from '../sets/news.js';
import { withNews } from './news.js';
import type { RunOptions } from './options.js';
import { withSeeds } from './seeds.js';

const MANNER: Manner = { name: 'Clippings', listens: soundsOfTheWorld, unasked: true };
const MANNERS: readonly Manner[] = [
  { name: 'question mark', listens: (line) => /\?["”’)\s]*$/.test(line), unasked: false },
  { name: 'sounds of the world', listens: soundsOfTheWorld, unasked: false },
  MANNER,
];

/** The half that the rules were written from, and the half that they were not. */
const HALVES = { learn: 'chat-learn.jsonl', test: 'chat-test.jsonl' };
/** When lines are said that ask nothing of a day: after the archive's last article. */
const SAID: Readonly<Record<string, Day>> = { seeds: '2020-01-06', news: '2022-10-01' };

/** Lines of a channel where the bot answers without being asked: when it speaks up, and whether it is right. */
export async function runChat(options: RunOptions, project: string): Promise<SetResult[]> {
  const results: SetResult[] = [];
  const measure = async (name: string, archive: Archive): Promise<void> => {
    for (const [half, file] of Object.entries(HALVES)) {
      const lines = readChat(path.join(project, 'bench/questions', file));
      results.push(chatResult(`chat, ${half}, over ${name}`, await lookUp(name, archive, lines, options)));
    }
  };
  await withSeeds(project, (archive) => measure('seeds', archive));
  const news = path.join(options.data, 'news');
  if (options.data !== '' && existsSync(news))
    await withNews(options, { articles: readNewsArticles(news) }, (archive) => measure('news', archive));
  return results;
}

async function lookUp(
  name: string,
  archive: Archive,
  lines: readonly ChatLine[],
  { startProgress }: RunOptions,
): Promise<LookedUp[]> {
  const progress = startProgress(`chat, ${name}`, lines.length);
  const found: LookedUp[] = [];
  for (const line of lines) {
    const day = line.asked ?? SAID[name];
    const options = { top: 3, ...(day === undefined ? {} : { asked: day }) };
    const asked = await ask(archive, line.text, options);
    const unasked = await ask(archive, line.text, { ...options, unasked: true });
    found.push({ line, isForUs: line.archive === name, asked, unasked });
    progress.tick();
  }
  progress.done();
  return found;
}

function chatResult(set: string, lines: readonly LookedUp[]): SetResult {
  const news = lines.filter(({ isForUs }) => isForUs).length;
  return {
    set,
    size: `${news} questions about the archive, ${lines.length - news} other lines`,
    engines: MANNERS.map((manner) => measureChat(manner, lines)),
    failures: chatFailures(MANNER, lines),
    notes: [],
  };
}
