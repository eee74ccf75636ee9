import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive, ArticleSummary } from '../../src/archive/archive.js';
import { lookUpSource } from '../../src/archive/source-lookup.js';

function summary(
  known: Partial<ArticleSummary> & { readonly id: string; readonly label: string },
): ArticleSummary {
  return {
    file: `${known.id}.md`,
    title: null,
    publisher: null,
    published: null,
    added: null,
    url: null,
    sentenceCount: 1,
    ...known,
  };
}

const axios = summary({
  id: 'axios-vote',
  label: 'Iraqi parliament calls on government to expel U.S. troops',
  publisher: 'Axios',
  published: '2020-01-05',
  url: 'https://www.axios.com/iraq.html',
});
const time = summary({
  id: 'time-parliament',
  label: 'Iraq’s Parliament called for the expulsion…',
  publisher: 'Time',
  published: '2020-01-05T18:00:00Z',
});
const figaro = summary({
  id: 'figaro',
  label: 'Élection à Paris',
  publisher: 'Le Figaro',
  published: '2021-03-15',
});
const articles = [figaro, axios, time];

function archiveOf(summaries: readonly ArticleSummary[]): Archive {
  return {
    articleCount: summaries.length,
    passageCount: summaries.length,
    articles: () => summaries,
    article: async () => undefined,
    search: async () => [],
    documentFrequencies: async () => [],
    close: async () => {},
  };
}

const archive = archiveOf(articles);

describe('looking a source up', () => {
  it.each([
    ['axios', axios],
    ['Time', time],
    ['time 5 january', time],
    ['TIME 05/01/2020', time],
    ['jan 5th 2020 axios', axios],
    ['2021-03-15', figaro],
    ['15 march', figaro],
    ['figaro', figaro],
    ['election paris', figaro],
    ['Electoin', figaro],
    ['axois', axios],
    ['iraqi parliment', axios],
    ['expuls', time],
    ['axios.com', axios],
    ['time-parliament', time],
    ['https://www.axios.com/iraq.html', axios],
  ])('finds by %j', (words, expected) => {
    expect(lookUpSource(archive, words).best?.id).toBe(expected.id);
  });

  it('gives other articles that are meant perhaps, best first, without the best', () => {
    const { best, alternatives } = lookUpSource(archive, 'january 2020');
    expect([best?.id, ...alternatives.map(({ id }) => id)].sort()).toEqual(['axios-vote', 'time-parliament']);
  });

  it('gives the newest without words', () => {
    expect(lookUpSource(archive, '  ')).toEqual({ best: figaro, alternatives: [axios, time] });
  });

  it('finds nothing where nothing is alike', () => {
    expect(lookUpSource(archive, 'zoology')).toEqual({ best: null, alternatives: [] });
    expect(lookUpSource(archive, '?!')).toEqual({ best: null, alternatives: [] });
    expect(lookUpSource(archiveOf([]), '')).toEqual({ best: null, alternatives: [] });
  });

  it('does not take one year for another', () => {
    expect(lookUpSource(archive, '2019').best).toBeNull();
  });

  it('keeps to its limit', () => {
    expect(lookUpSource(archive, '', 2).alternatives).toEqual([axios]);
  });

  it('takes any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const { best, alternatives } = lookUpSource(archive, words);
        expect(alternatives).not.toContain(best);
      }),
    );
  });
});
