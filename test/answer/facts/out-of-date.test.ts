import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/answer/ask.js';
import { outOfDate } from '../../../src/answer/facts/out-of-date.js';
import { rankSentences } from '../../../src/answer/rank.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { articleOf } from '../fixtures.js';

const archive = await buildArchive([
  { ...articleOf({}, ['The minister of finance resigned on Monday.']), published: '2022-06-14' },
]);

async function offTime(question: string, asked?: string): Promise<number> {
  const ranked = await rankSentences(archive, question, asked ?? null);
  const [best] = ranked;
  if (best === undefined) throw new Error('nothing found');
  return outOfDate(best, ranked);
}

describe('a question about these days', () => {
  it('is out of date where the article is old', async () => {
    expect(await offTime('which minister resigned this week', '2026-11-22')).toBeCloseTo(1);
    expect(await offTime('which minister resigned recently', '2026-11-22')).toBeCloseTo(1);
    expect(await offTime('which minister resigned this week', '2022-06-16')).toBe(0);
  });
});

describe('any other question', () => {
  it('is never out of date', async () => {
    expect(await offTime('which minister resigned', '2026-11-22')).toBe(0);
    expect(await offTime('which minister resigned in June 2022', '2026-11-22')).toBe(0);
    expect(await offTime('which minister resigned this week')).toBe(0);
  });
});

describe('the confidence', () => {
  it('does not rise because an article is news', async () => {
    const question = 'which minister resigned';
    const [then, later] = [
      await ask(archive, question, { asked: '2022-06-16' }),
      await ask(archive, question, { asked: '2026-11-22' }),
    ];
    expect(then.confidence).toBeCloseTo(later.confidence);
  });
});
