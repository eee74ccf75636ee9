import { existsSync } from 'node:fs';
import path from 'node:path';
import { ask } from '../../src/answer/ask.js';
import { measureSlips } from '../measures/slips.js';
import type { SetResult } from '../results.js';
import { readMembers } from '../sets/members.js';
import { readNewsArticles } from '../sets/news.js';
import { sample } from '../shuffle.js';
import { withNews } from './news.js';
import type { RunOptions } from './options.js';

/** Members' questions with a slip of the pen, over the articles of the news set; null where the data has none. */
export async function runSlips(options: RunOptions): Promise<SetResult | null> {
  const file = options.questions ?? path.join(options.data, 'members', 'questions.jsonl');
  if (!existsSync(file)) return null;
  const questions = sample(readMembers(file), options.sample);
  const articles = readNewsArticles(path.join(options.data, 'news'));
  const result = await withNews(options, { articles }, (archive) =>
    measureSlips(
      ({ previous, asked }, question) =>
        ask(archive, question, {
          top: 3,
          ...(previous === null ? {} : { previous }),
          ...(asked === null ? {} : { asked }),
        }),
      questions,
      options.startProgress,
    ),
  );
  return {
    set: 'slips',
    size: `${questions.length} questions, ${articles.length.toLocaleString('en')} articles`,
    engines: [result],
    failures: [],
    notes: [],
  };
}
