import { beforeAll, describe, expect, it } from 'vitest';
import { answerThreshold, type Certainty, decide } from '../../../src/answer/answerability/decide.js';
import { SPEAKS_FOR } from '../../../src/answer/answerability/features.js';
import weights from '../../../src/answer/answerability/weights.json' with { type: 'json' };
import { rankSentences } from '../../../src/answer/ranking/rank.js';
import type { Archive } from '../../../src/archive/archive.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { seedArticles } from '../fixtures.js';
import { evidenceOf } from './evidence.js';

let archive: Archive;

beforeAll(async () => {
  archive = await buildArchive(seedArticles());
}, 120_000);

async function certainty(question: string): Promise<Certainty> {
  return decide(evidenceOf(await rankSentences(archive, question)));
}

describe('how sure an answer is', () => {
  it('is not at all where nothing was found', async () => {
    const nothing = { answerable: 0, right: 0, verdict: 'none' };
    expect(decide(evidenceOf([]))).toEqual(nothing);
    expect(await certainty('zebra')).toEqual(nothing);
  });

  it.each([
    ['How many troops are in Iraq?', 'How many troops are in Afghanistan?'],
    ['What did Lindsey Graham say?', 'What did Hillary Clinton say?'],
    [
      'How many US servicemen were killed in Beirut in 1983?',
      'How many US servicemen were killed in Oslo in 1996?',
    ],
    ['When did Abdul-Mahdi resign?', 'When did Abdul-Mahdi marry?'],
  ])('is more where the articles answer: %s as against %s', async (answered, unanswered) => {
    expect((await certainty(answered)).answerable).toBeGreaterThan((await certainty(unanswered)).answerable);
  });

  it('is enough for an answer where the articles answer plainly', async () => {
    expect((await certainty('how many troops are in Iraq?')).verdict).toBe('answer');
  });

  it('is not where they tell of something else', async () => {
    expect((await certainty('who won the world cup in 2018?')).verdict).not.toBe('answer');
  });

  it.each(['how many troops are in Iraq?', 'what did Graham say', 'troops', 'who died in 1983'])(
    'is two chances, with a verdict by both of them: %s',
    async (question) => {
      const { answerable, right, verdict } = await certainty(question);
      for (const chance of [answerable, right]) expect(chance > 0 && chance < 1).toBe(true);
      const { maybe } = weights.thresholds;
      const answer = answerThreshold(archive.passageCount);
      if (verdict === 'answer') expect(answerable * right).toBeGreaterThanOrEqual(answer);
      else expect(answerable * right).toBeLessThan(answer);
      if (verdict === 'none') expect(answerable).toBeLessThan(maybe);
      if (verdict === 'maybe') expect(answerable).toBeGreaterThanOrEqual(maybe);
    },
  );
});

describe('the learned weights', () => {
  it.each(['answerable', 'right'] as const)(
    'are there for all that speaks for %s, and for nothing else',
    (chance) => {
      expect(Object.keys(weights[chance])).toEqual([...SPEAKS_FOR[chance]]);
    },
  );

  it('come with thresholds that are chances', () => {
    const { answer, maybe, value } = weights.thresholds;
    for (const threshold of [answer.small, answer.large, maybe, value])
      expect(threshold > 0 && threshold < 1).toBe(true);
  });

  it('come with a threshold for an answer in a small archive, in a large one, and between', () => {
    const { small, large } = weights.thresholds.answer;
    expect([answerThreshold(30), answerThreshold(100_000)]).toEqual([small, large]);
    const between = answerThreshold(2_000);
    expect(between).toBeGreaterThanOrEqual(Math.min(small, large));
    expect(between).toBeLessThanOrEqual(Math.max(small, large));
  });
});
