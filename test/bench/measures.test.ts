import { describe, expect, it } from 'vitest';
import type { SentenceEngine } from '../../bench/engines/engine.js';
import { cutPassages } from '../../bench/engines/plain-engines.js';
import { PlainMiniSearch } from '../../bench/engines/plain-minisearch.js';
import { measureNews } from '../../bench/measures/news.js';
import { measureRefusal } from '../../bench/measures/refusal.js';
import { measureSelection } from '../../bench/measures/selection.js';
import { measureSquad } from '../../bench/measures/squad.js';
import { silentProgress } from '../../bench/progress.js';
import { sample, shuffled } from '../../bench/shuffle.js';

const question = (id: string, gold: string[], answers: string[]) => ({
  id,
  question: id,
  gold,
  answers,
  unambiguous: null,
});

describe('squad', () => {
  const engine: SentenceEngine = {
    name: 'fixed',
    rank: async () => ({ ids: ['s1', 's2', 's3'], confidence: 1 }),
    answer: async (asked) => ({
      answered: asked !== 'refused',
      confidence: asked === 'refused' ? 0.1 : 0.9,
      sentences: asked === 'refused' ? [] : ['s1'],
      highlight: asked === 'refused' ? null : 'the Nile',
      text: 's1',
    }),
  };

  it('judges the ranking, and what is shown, each by its own figures', async () => {
    const questions = [
      question('right', ['s1'], ['Nile']),
      question('second', ['s2'], ['Nile river']),
      question('refused', ['s1'], ['Nile']),
      question('missing', ['s9'], ['Nile']),
    ];
    const { result, failures, judged } = await measureSquad(engine, questions, (id) => id, silentProgress);
    expect(result.figures).toMatchObject({
      MRR: (1 + 1 / 2 + 1 + 0) / 4,
      'R@1': 0.5,
      'R@3': 0.75,
      answered: 0.75,
      'first quote right': 0.25,
      'highlight EM, right quote': 1,
      'highlight EM': 0.5,
    });
    expect(judged).toHaveLength(3);
    expect(failures.map((failure) => failure.verdict)).toEqual([
      'right sentence at 2, shown with 0.90',
      'right sentence not found, shown with 0.90',
      'right sentence at 1, refused with 0.10',
    ]);
  });

  it('compares confidences with those over questions that nothing answers', async () => {
    const asked = { answerable: [0.9, 0.05], offTopic: ['refused'], adversarial: [] };
    const { figures } = await measureRefusal(engine, asked, silentProgress);
    expect(figures).toEqual({
      'AUROC, off-topic': 0.5,
      'AUROC, adversarial': null,
      'off-topic refused': 1,
      'adversarial refused': null,
    });
  });
});

describe('answer selection', () => {
  const candidates = [
    { text: 'a', right: true },
    { text: 'b', right: false },
    { text: 'c', right: false },
  ];

  it('leaves out questions that no candidate answers', async () => {
    const none = { id: '2', question: '?', candidates: [{ text: 'x', right: false }] };
    const engine = { name: 'fixed', score: async () => [1, 2, 0] };
    const { result } = await measureSelection(engine, [{ id: '1', question: '?', candidates }, none]);
    expect(result.figures).toEqual({ MAP: 0.5, MRR: 0.5, 'R@1': 0 });
  });

  it('does not let the order of the file decide between equal scores', async () => {
    const questions = Array.from({ length: 300 }, (_, index) => ({
      id: `${index}`,
      question: '?',
      candidates,
    }));
    const engine = { name: 'indifferent', score: async () => [0, 0, 0] };
    const { result } = await measureSelection(engine, questions);
    expect(result.figures['R@1']).toBeGreaterThan(0.2);
    expect(result.figures['R@1']).toBeLessThan(0.47);
  });
});

describe('news', () => {
  it('gives every engine the same number of characters', async () => {
    const filler = 'x'.repeat(349);
    const engine = {
      name: 'fixed',
      quote: async () => ({
        answered: true,
        confidence: null,
        quotes: [
          { text: `${filler} Sudan`, article: 'a' },
          { text: filler, article: 'a' },
          { text: 'Chad', article: 'b' },
        ],
        related: [],
      }),
    };
    const of = (answer: string) => ({
      id: answer,
      question: answer,
      asked: null,
      answers: [answer],
      articles: ['b'],
    });
    const { result } = await measureNews(engine, [of('Sudan'), of('Chad')], silentProgress);
    expect(result.figures).toMatchObject({
      'hit@1': 0,
      'hit@1, whole quote': 0.5,
      'hit@1000': 1,
      'article@1': 0,
      'article@5': 1,
    });
  });
});

describe('the plain engine', () => {
  const documents = [
    { id: '1', text: 'The troops marched.' },
    { id: '2', text: 'A trooper slept.' },
  ];

  it('finds words as they are, and with stems their other forms', () => {
    expect(new PlainMiniSearch('plain', documents).search('what troop')).toEqual([]);
    const hits = new PlainMiniSearch('stems', documents).search('what troop');
    expect(hits.map((hit) => hit.id)).toEqual(['1']);
  });

  it('counts the words it searched for', () => {
    const hits = [{ id: '1', score: 6 }];
    expect(new PlainMiniSearch('plain', documents).scorePerTerm(hits, 'what is troop?')).toBe(2);
    expect(new PlainMiniSearch('stems', documents).scorePerTerm(hits, 'what is troop?')).toBe(6);
  });

  it('gets passages of whole sentences', () => {
    expect(cutPassages('One two. Three four.\n\nFive. Six.', 12)).toEqual([
      'One two. Three four.',
      'Five. Six.',
    ]);
  });
});

describe('a sample', () => {
  it('is the same each time, keeps the order, and is spread over the list', () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);
    const some = sample(items, 100);
    expect(some).toEqual(sample(items, 100));
    expect(some).toEqual([...some].sort((a, b) => a - b));
    expect(some.filter((item) => item < 500).length).toBeGreaterThan(30);
    expect(shuffled(items, 1)).not.toEqual(shuffled(items, 2));
    expect(sample(items, undefined)).toBe(items);
  });
});
