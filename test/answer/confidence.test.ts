import { beforeAll, describe, expect, it } from 'vitest';
import { answerThreshold, confidenceIn } from '../../src/answer/confidence.js';
import { confidenceFacts, FACT_NAMES } from '../../src/answer/facts/index.js';
import { rankSentences } from '../../src/answer/rank.js';
import type { Archive } from '../../src/archive/archive.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { seedArticles } from './fixtures.js';

let archive: Archive;

beforeAll(async () => {
  archive = await buildArchive(seedArticles());
}, 60_000);

async function confidence(question: string): Promise<number> {
  return confidenceIn(await rankSentences(archive, question));
}

describe('the confidence', () => {
  it('is nothing where nothing was found', async () => {
    expect(confidenceIn([])).toBe(0);
    expect(await confidence('zebra')).toBe(0);
  });

  it.each([
    ['How many troops are in Iraq?', 'How many troops are in Afghanistan?'],
    ['What did Lindsey Graham say?', 'What did Hillary Clinton say?'],
    [
      'How many US servicemen were killed in Beirut in 1983?',
      'How many US servicemen were killed in Beirut in 1996?',
    ],
    ['When did Abdul-Mahdi resign?', 'When did Abdul-Mahdi marry?'],
  ])('is greater where the articles answer: %s as against %s', async (answered, unanswered) => {
    expect(await confidence(answered)).toBeGreaterThan(await confidence(unanswered));
  });

  it('reaches the threshold where the articles answer plainly, and not where they tell of something else', async () => {
    const threshold = answerThreshold(archive.passageCount);
    expect(await confidence('how many troops are in Iraq?')).toBeGreaterThanOrEqual(threshold);
    expect(await confidence('who won the world cup in 2018?')).toBeLessThan(threshold);
  });

  it('goes by facts that are figures, one of each name', async () => {
    for (const question of [
      'how many troops are in Iraq?',
      'what did Graham say',
      'troops',
      'who died in 1983',
    ]) {
      const facts = confidenceFacts(await rankSentences(archive, question));
      expect(facts).toHaveLength(FACT_NAMES.length);
      for (const fact of facts) expect(Number.isFinite(fact)).toBe(true);
    }
  });
});

describe('the threshold', () => {
  it('slides from that of very small archives to the usual one', () => {
    const sizes = [0, 1, 50, 150, 151, 200, 500, 1_199, 1_200, 100_000];
    const thresholds = sizes.map(answerThreshold);
    const [first = 0, last = 0] = [thresholds[0], thresholds.at(-1)];
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => Math.sign(last - first) * (a - b)));
    for (const threshold of thresholds) {
      expect(threshold).toBeGreaterThan(0);
      expect(threshold).toBeLessThan(1);
    }
  });

  it('is the same in all very small archives, and in all others that are not small', () => {
    expect(answerThreshold(1)).toBe(answerThreshold(150));
    expect(answerThreshold(1_200)).toBeCloseTo(answerThreshold(1_000_000));
  });
});
