import { existsSync } from 'node:fs';
import path from 'node:path';
import { clippingsForMembers } from '../engines/clippings-members.js';
import { measureMembers } from '../measures/members.js';
import type { SetResult } from '../results.js';
import { readMembers } from '../sets/members.js';
import { readNewsArticles } from '../sets/news.js';
import { sample } from '../shuffle.js';
import { withNews } from './news.js';
import type { RunOptions } from './options.js';

/** Members' questions over the articles of the news set; null where the data has none. */
export async function runMembers(options: RunOptions, file: string, name: string): Promise<SetResult | null> {
  if (!existsSync(file)) return null;
  const questions = sample(readMembers(file), options.sample);
  const articles = readNewsArticles(path.join(options.data, 'news'));
  const { result, failures } = await withNews(options, { articles }, (archive) =>
    measureMembers(clippingsForMembers(archive), questions, options.startProgress),
  );
  return {
    set: name,
    size: `${questions.length} questions, ${articles.length.toLocaleString('en')} articles`,
    engines: [result],
    failures,
    notes: [],
  };
}
