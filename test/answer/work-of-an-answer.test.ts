import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { inventedArchive } from '../../bench/archives/invented-archive.js';
import { readMembers } from '../../bench/sets/members.js';
import { ask } from '../../src/answer/ask.js';
import { AnalysedArticle } from '../../src/answer/retrieval/analysed-article.js';
import { PassagePostings } from '../../src/archive/memory/passage-postings.js';
import { AnalysedText } from '../../src/text/analysed-text.js';

// How much there is to do for an answer, counted: times depend on the machine, these do not.
const counts = { postings: 0, articles: 0, texts: 0, tokens: 0, names: 0, quantities: 0, parts: 0 };
type Count = keyof typeof counts;

function counted<Arguments extends unknown[], Result>(
  count: Count,
  work: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  return (...given) => {
    counts[count] += 1;
    return work(...given);
  };
}

/** Counts the texts of which something is asked that has to be worked out once. */
function countTexts(count: 'tokens' | 'names' | 'quantities' | 'parts'): void {
  const before = Object.getOwnPropertyDescriptor(AnalysedText.prototype, count) ?? {};
  const seen = new Set<AnalysedText>();
  Object.defineProperty(AnalysedText.prototype, count, {
    configurable: true,
    get(this: AnalysedText) {
      if (!seen.has(this)) counts[count] += 1;
      seen.add(this);
      return before.get?.call(this);
    },
  });
  restore.push(() => void Object.defineProperty(AnalysedText.prototype, count, before));
}

const restore: (() => void)[] = [];

const FOLDER = fileURLToPath(new URL('../questions/invented/', import.meta.url));
/** Enough to be a fair sample, few enough to be quick. */
const QUESTIONS = 40;

beforeAll(async () => {
  const archive = await inventedArchive(path.join(FOLDER, 'articles'));
  const article = counted('articles', archive.article.bind(archive));
  vi.spyOn(archive, 'article').mockImplementation(article);
  const { of } = PassagePostings.prototype;
  vi.spyOn(PassagePostings.prototype, 'of').mockImplementation(function (this: PassagePostings, term) {
    const found = of.call(this, term);
    for (const postings of found) counts.postings += postings.length;
    return found;
  });
  const { sentence } = AnalysedArticle.prototype;
  const seen = new Map<AnalysedArticle, Set<number>>();
  vi.spyOn(AnalysedArticle.prototype, 'sentence').mockImplementation(function (
    this: AnalysedArticle,
    number,
  ) {
    const numbers = seen.get(this) ?? new Set();
    if (!numbers.has(number)) counts.texts += 1;
    seen.set(this, numbers.add(number));
    return sentence.call(this, number);
  });
  for (const count of ['tokens', 'names', 'quantities', 'parts'] as const) countTexts(count);
  const questions = readMembers(path.join(FOLDER, 'questions.jsonl')).slice(0, QUESTIONS);
  for (const { question, asked, previous } of questions)
    await ask(archive, question, {
      ...(asked === null ? {} : { asked }),
      ...(previous === null ? {} : { previous }),
    });
}, 120_000);
afterAll(() => {
  vi.restoreAllMocks();
  for (const undo of restore) undo();
});

// A few hundredths above what was counted: whoever makes an answer dearer says so here.
it.each<[string, Count, number]>([
  ['pairs of a term and a passage looked up', 'postings', 24],
  ['articles opened', 'articles', 8.9],
  ['sentences looked at', 'texts', 9.4],
  ['sentences whose words are given places', 'tokens', 8.9],
  ['sentences searched for names', 'names', 6.4],
  ['sentences searched for figures', 'quantities', 8.2],
  ['sentences whose parts of speech are told', 'parts', 3.55],
])('an answer takes few %s', (_, count, most) => {
  expect(counts[count] / QUESTIONS).toBeLessThanOrEqual(most);
  expect(counts[count]).toBeGreaterThan(0);
});
