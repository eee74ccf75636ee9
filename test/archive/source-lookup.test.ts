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
    sources: ['shared'],
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
  const archive: Archive = {
    articleCount: summaries.length,
    passageCount: summaries.length,
    articles: () => summaries,
    article: async () => undefined,
    search: async () => [],
    documentFrequencies: async () => [],
    within: () => archive,
    close: async () => {},
  };
  return archive;
}

const archive = archiveOf(articles);

describe('what was mistyped', () => {
  it.each([
    ['axois', 'Axios'],
    ['Axois januray', 'Axios January'],
    ['le figarro', 'le Figaro'],
  ])('%s is read as %s', async (words, meant) => {
    expect(await lookUpSource(archive, words)).toMatchObject({ meant });
  });

  it('is not guessed at where it is right', async () => {
    expect(await lookUpSource(archive, 'axios january')).not.toHaveProperty('meant');
  });
});

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
    ['axios.com/iraq', axios],
    ['http://WWW.axios.com/iraq.html?utm_source=feed#top', axios],
    ['TIME magazine', time],
    ['the parliament', time],
    ['axios iraqi soldiers', axios],
    ['figaro election madrid', figaro],
  ])('finds by %j', async (words, expected) => {
    expect((await lookUpSource(archive, words)).best?.id).toBe(expected.id);
  });

  it('gives other articles that are meant perhaps, best first, without the best', async () => {
    const { best, alternatives } = await lookUpSource(archive, 'january 2020');
    expect([best?.id, ...alternatives.map(({ id }) => id)].sort()).toEqual(['axios-vote', 'time-parliament']);
  });

  it('gives the newest without words', async () => {
    expect(await lookUpSource(archive, '  ')).toEqual({ best: figaro, alternatives: [axios, time] });
  });

  it('finds nothing where nothing is alike', async () => {
    expect(await lookUpSource(archive, 'zoology')).toEqual({ best: null, alternatives: [] });
    expect(await lookUpSource(archive, '?!')).toEqual({ best: null, alternatives: [] });
    expect(await lookUpSource(archiveOf([]), '')).toEqual({ best: null, alternatives: [] });
  });

  it('does not take one year for another', async () => {
    expect((await lookUpSource(archive, '2019')).best).toBeNull();
  });

  describe('by a publisher', () => {
    const outlets = [
      'TIME',
      'New York Post',
      'The Washington Times',
      'The New York Times, Reuters and 2 more',
    ].map((publisher, place) =>
      summary({ id: `outlet-${place}`, label: 'New times for the post in New York', publisher }),
    );
    const [weekly, , washington, copied] = outlets;
    const bestOf = async (words: string, all = outlets) => (await lookUpSource(archiveOf(all), words)).best;

    it.each([
      ['the new york times', copied],
      ['New York Times', copied],
      ['reuters', copied],
      ['Washington Times', washington],
      ['the time', weekly],
    ])('puts %j first, whatever the titles say', async (words, expected) => {
      expect(await bestOf(words)).toBe(expected);
    });

    it.each([
      'the new york times',
      'washington post',
      'the guardian',
      'Financial Times',
      'Post of Washington',
    ])('finds nothing by %j where only other names have those words', async (words) => {
      const plain = outlets.slice(0, 3).map((each) => ({ ...each, label: 'The vote in parliament' }));
      expect(await bestOf(words, plain)).toBeNull();
    });

    it('goes on while a name is typed', async () => {
      for (const words of ['was', 'washington', 'washington t', 'washington ti', 'washington times x'])
        expect(await bestOf(words)).toBe(washington);
    });
  });

  it('does not take a word that stands somewhere for another', async () => {
    const [port, post] = ['A new port', 'A new post'].map((label) => summary({ id: label, label }));
    if (port === undefined || post === undefined) throw new Error('two were wanted');
    expect(await lookUpSource(archiveOf([post, port]), 'port')).toEqual({ best: port, alternatives: [] });
  });

  it('keeps to its limit', async () => {
    expect((await lookUpSource(archive, '', 2)).alternatives).toEqual([axios]);
  });

  it('follows the archive: what came, went, or was corrected', async () => {
    let summaries: readonly ArticleSummary[] = articles;
    const changing: Archive = { ...archive, articles: () => summaries };
    const found = async (words: string) => {
      const { best, alternatives } = await lookUpSource(changing, words);
      return [...(best === null ? [] : [best]), ...alternatives];
    };
    expect(await found('axios')).toEqual([axios]);
    const newer = { ...axios, id: 'axios-newer', published: '2020-01-06' };
    const corrected = { ...time, label: 'Lawmakers decided' };
    summaries = [newer, axios, corrected];
    expect(await found('axios')).toEqual([newer, axios]);
    expect(await found('figaro')).toEqual([]);
    expect(await found('expulsion')).toEqual([]);
    expect(await found('decided')).toEqual([corrected]);
    summaries = articles;
    expect(await found('axios')).toEqual([axios]);
    expect(await found('figaro')).toEqual([figaro]);
  });

  it('lets others work while it enters thousands', async () => {
    const many = Array.from({ length: 5_000 }, (_, number) =>
      summary({ id: `report-${number}`, label: `Report ${number}` }),
    );
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const { best } = await lookUpSource(archiveOf(many), 'report 4711');
    clearInterval(timer);
    expect(best?.id).toBe('report-4711');
    expect(turns).toBeGreaterThan(10);
  });

  it('takes any words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (words) => {
        const { best, alternatives } = await lookUpSource(archive, words);
        expect(alternatives).not.toContain(best);
      }),
    );
  });
});
