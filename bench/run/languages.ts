import path from 'node:path';
import { z } from 'zod';
import { foreignLanguage, isForeignQuestion } from '../../src/text/language.js';
import type { SetResult } from '../results.js';
import { readJsonLines } from '../sets/json-lines.js';
import { readNewsArticles } from '../sets/news.js';
import { readOtherLanguages } from '../sets/other-languages.js';
import { sample } from '../shuffle.js';
import type { RunOptions } from './options.js';

/** Files of English questions below the data. */
const ENGLISH = [
  'members/questions.jsonl',
  'news/questions.jsonl',
  'news/after-the-archive.jsonl',
  'squad/questions.jsonl',
  'squad/unanswerable.jsonl',
  'trec-questions/train.jsonl',
  'trecqa/train.jsonl',
  'trecqa/dev.jsonl',
  'wikiqa/train.jsonl',
  'wikiqa/dev.jsonl',
];
const asked = z.object({ question: z.string() });

/** Whether questions and articles in other languages are told from English ones, which must not be refused. */
export async function runLanguages({ data, sample: size }: RunOptions): Promise<SetResult> {
  const others = readOtherLanguages();
  const english = sample(
    ENGLISH.flatMap((file) => readJsonLines(path.join(data, file), asked)),
    size,
  );
  const articles = sample(readNewsArticles(path.join(data, 'news')), size);
  const test = others.filter(({ half }) => half === 'test');
  const learn = others.filter(({ half }) => half === 'learn');
  const missed = await thoseWhich(test, async ({ question }) => !(await isForeignQuestion(question)));
  const missedOfLearn = await thoseWhich(learn, async ({ question }) => !(await isForeignQuestion(question)));
  const refused = await thoseWhich(english, ({ question }) => isForeignQuestion(question));
  const keptOut = await thoseWhich(articles, async ({ text }) => (await foreignLanguage(text)) !== null);
  return {
    set: 'languages',
    size: `${test.length} questions in other languages (${learn.length} learned from), ${english.length.toLocaleString('en')} in English, ${articles.length.toLocaleString('en')} English articles`,
    engines: [
      {
        engine: 'clippings',
        figures: {
          'other languages told, test half': 1 - missed.length / test.length,
          'the same, half learned from': 1 - missedOfLearn.length / learn.length,
          'English questions refused': refused.length / english.length,
          'English articles kept out': keptOut.length / articles.length,
        },
        time: null,
      },
    ],
    failures: [
      ...refused.map(({ question }) => ({ question, wanted: ['en'], got: ['another'], verdict: 'refused' })),
      ...missed.map(({ question, language }) => ({
        question,
        wanted: [language],
        got: ['en'],
        verdict: 'taken for English',
      })),
    ],
    notes: [`  English questions refused: ${refused.length}; articles kept out: ${keptOut.length}.`],
  };
}

async function thoseWhich<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T[]> {
  const found: T[] = [];
  for (const item of items) if (await holds(item)) found.push(item);
  return found;
}
