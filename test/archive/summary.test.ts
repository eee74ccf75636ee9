import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestFirst, summarise, updatedNewestFirst } from '../../src/archive/summary.js';
import { anArticle } from './fixtures.js';

const changes = fc.array(
  fc.record({ id: fc.nat(12), day: fc.integer({ min: 1, max: 4 }), goes: fc.boolean() }),
  {
    maxLength: 30,
  },
);

test('a list that is kept up to date is the one that sorting anew would give', () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 6 }), (rounds) => {
      const now = new Map<string, ReturnType<typeof summarise>>();
      let list: ReturnType<typeof newestFirst> = [];
      for (const round of rounds) {
        for (const { id, day, goes } of round) {
          const article = anArticle({
            id: `a${id}`,
            published: `2026-03-0${day}T08:00:00Z`,
            paragraphs: ['Text.'],
          });
          if (goes) now.delete(article.id);
          else now.set(article.id, summarise(article));
        }
        list = updatedNewestFirst(list, new Set(round.map(({ id }) => `a${id}`)), now);
        expect(list).toEqual(newestFirst([...now.values()]));
      }
    }),
    { numRuns: 100 },
  );
});
