import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question/question.js';
import { CANDIDATE_LIMIT, matchTerms, retrieveCandidates } from '../../../src/answer/retrieval/candidates.js';
import { inverseDocumentFrequency } from '../../../src/archive/bm25.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import type { Day } from '../../../src/text/dates/calendar.js';
import { articleOf } from '../fixtures.js';

async function retrieve(question: string, articles: readonly ArchivedArticle[], asked: Day | null = null) {
  const archive = await buildArchive(articles);
  return retrieveCandidates(archive, await matchTerms(archive, readQuestion(question), asked));
}

async function texts(question: string, articles: readonly ArchivedArticle[]): Promise<string[]> {
  return (await retrieve(question, articles)).map(({ sentence }) => sentence.text);
}

describe('the candidates', () => {
  const vote = articleOf({ id: 'vote' }, ['Parliament voted.', 'It rained.'], [null, 'Oil rose.']);

  it('are the sentences of the passages found', async () => {
    expect((await texts('parliament', [vote])).sort()).toEqual(['It rained.', 'Parliament voted.']);
  });

  it('are none where nothing is found, or nothing is named', async () => {
    expect(await texts('zebra', [vote])).toEqual([]);
    expect(await texts('who is it', [vote])).toEqual([]);
    expect(await texts('parliament', [])).toEqual([]);
  });

  it('are found by another spelling of a name', async () => {
    const article = articleOf({}, ['They killed Soleimani.']);
    expect(await texts('suleimani', [article])).toEqual(['They killed Soleimani.']);
  });

  it('are bounded, the most promising kept', async () => {
    const many = Array.from({ length: 60 }, (_, number) =>
      articleOf({ id: `a${number}` }, [
        'Parliament met.',
        'It rained.',
        `It voted on troops on day ${number}.`,
      ]),
    );
    const found = await texts('parliament voted on troops on day 7', many);
    expect(found).toHaveLength(CANDIDATE_LIMIT);
    expect(found).toContain('It voted on troops on day 7.');
  });

  it('know the sentence before them, but not over what was cleaned out', async () => {
    const article = articleOf({}, ['Troops one.', 'Troops two.'], [null, 'Troops three.']);
    const found = await retrieve('troops', [article]);
    const sides = found
      .sort((a, b) => a.sentence.number - b.sentence.number)
      .map(({ surroundings: { previous } }) => previous?.text ?? null);
    expect(sides).toEqual([null, 'Troops one.', null]);
  });

  it('take an article’s first sentence for its headline where it has none', async () => {
    const untitled = articleOf({ id: 'untitled' }, ['Parliament met.'], ['Troops left.']);
    const titled = articleOf({ id: 'titled', title: 'A headline' }, ['Parliament met.'], ['Troops left.']);
    const found = await retrieve('troops parliament', [untitled, titled]);
    const held = found
      .filter(({ sentence }) => sentence.number === 1)
      .map(({ article, surroundings }) => [article.id, surroundings.title?.text]);
    expect(Object.fromEntries(held)).toEqual({ untitled: 'Parliament met.', titled: 'A headline' });
  });

  it('know how well their passage and their article hold each term', async () => {
    const article = articleOf({}, ['Parliament met.', 'Troops left.'], [null, 'Oil rose.']);
    const found = await retrieve('troops parliament oil', [article]);
    const met = found.find(({ sentence }) => sentence.number === 0);
    expect(met?.evidence.strengths).toEqual([0, 1, 0]);
    expect(met?.surroundings.passage).toEqual([1, 1, 0]);
    expect(met?.surroundings.article).toEqual([1, 1, 1]);
  });

  it('are scored against the best of them', async () => {
    const found = await retrieve('parliament voted on troops', [
      vote,
      articleOf({ id: 'troops' }, ['Parliament voted on troops.']),
    ]);
    for (const key of ['passage', 'sentence'] as const) {
      const scores = found.map((candidate) => candidate.scores[key]);
      expect(Math.max(...scores)).toBe(1);
      expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
    }
  });

  it('are none that came after the day of asking', async () => {
    const of = (id: string, published: string | null) => ({
      ...articleOf({ id }, [`Parliament met: ${id}.`]),
      published,
    });
    const articles = [of('early', '2022-06-15T23:00:00Z'), of('late', '2022-06-17'), of('undated', null)];
    const ids = async (asked: Day | null) =>
      (await retrieve('parliament', articles, asked)).map(({ article }) => article.id).sort();
    expect(await ids('2022-06-16')).toEqual(['early', 'undated']);
    expect(await ids(null)).toEqual(['early', 'late', 'undated']);
  });
});

describe('the weight of a word', () => {
  it('is greater for a name than for a common word, even where the archive has few articles', async () => {
    const archive = await buildArchive([articleOf({}, ['Soleimani said so.'])]);
    const { weights } = await matchTerms(archive, readQuestion('what did Soleimani say about oil'), null);
    const [soleimani = 0, say = 0, oil = 0] = weights;
    expect(soleimani).toBeGreaterThan(oil);
    expect(oil).toBeGreaterThan(say);
  });

  it('is less for one that only names the type of answer', async () => {
    const archive = await buildArchive([]);
    const weightOfYear = async (question: string) => {
      const read = readQuestion(question);
      const { weights } = await matchTerms(archive, read, null);
      return weights[read.terms.findIndex(({ term }) => term === 'year')] ?? 0;
    };
    expect(await weightOfYear('what year did it end')).toBeLessThan(await weightOfYear('did the year end'));
  });

  it('is known with the days that are asked about', async () => {
    const archive = await buildArchive([]);
    const { period } = await matchTerms(archive, readQuestion('who resigned last week'), '2022-06-16');
    expect(period).toEqual({ said: [{ from: '2022-06-06', to: '2022-06-12' }], asked: '2022-06-16' });
  });

  it('is never negative, however common the word', () => {
    expect(inverseDocumentFrequency(100, 100)).toBeGreaterThan(0);
    expect(inverseDocumentFrequency(101, 100)).toBeGreaterThan(0);
    expect(inverseDocumentFrequency(1, 100)).toBeGreaterThan(inverseDocumentFrequency(50, 100));
  });
});
