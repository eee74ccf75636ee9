import { describe, expect, it } from 'vitest';
import type { NoAnswer } from '../../../src/answer/answer.js';
import { ask } from '../../../src/answer/ask.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { seedArticles } from '../fixtures.js';

const archive = await buildArchive(seedArticles());

async function refused(question: string): Promise<NoAnswer> {
  const result = await ask(archive, question);
  if (result.answered) throw new Error(`answered: ${question}`);
  return result;
}

describe('the reason for no answer', () => {
  it.each([
    [
      'who did olivia rodrigo marry in november?',
      'No article here is about “olivia rodrigo”; the archive covers 5 January 2020.',
    ],
    ['how many zebras are there', 'No article here is about “zebras”; the archive covers 5 January 2020.'],
    ['who is it', 'The question names nothing to look for.'],
    ['Wie hoch ist denn die Neuverschuldung dort', 'I read English only.'],
  ])('of “%s”', async (question, reason) => {
    expect((await refused(question)).reason).toBe(reason);
  });

  it('names no date', async () => {
    for (const date of ['5 January', 'January 4th', '2020-02-07', '7 february 2019'])
      expect((await refused(`who won the marble race on ${date}?`)).reason).toMatch(/“marble race”;/);
    expect((await refused('what happened in Iraq on 9 January')).reason).not.toMatch(/about “9”/);
  });

  it('names no words of the question before', async () => {
    const options = { previous: 'how many zebras are in Iraq?' };
    const result = await ask(archive, 'and in Peru?', options);
    expect(result.answered ? '' : result.reason).toMatch(/^No article here is about “Peru”;/);
    const why = await ask(archive, 'and why?', options);
    expect(why.answered ? '' : why.reason).toBe('The words occur, but no sentence answers.');
  });

  it('names neither greetings nor ids', async () => {
    const { reason } = await refused(
      'hi there Clippings, who is user 418237651209834510 in the zebra league? thanks',
    );
    expect(reason).toContain('zebra');
    expect(reason).not.toMatch(/\bhi\b|4182|thanks|there/i);
  });

  it('says where no article is about it, so that somebody may add one', async () => {
    expect((await refused('who won the marble race?')).isUncovered).toBe(true);
    expect((await refused('who paid the lawmakers of Iraq?')).isUncovered).not.toBe(true);
  });
});

describe('a likely slip of the pen', () => {
  it.each([
    ['which trops paid for the lunch of iraq', 'trops', 'which troops paid for the lunch of iraq'],
    ['which rtoops paid for the lunch of iraq', 'rtoops', 'which troops paid for the lunch of iraq'],
  ])('is found in “%s”', async (question, typed, meant) => {
    const { correction, reason } = await refused(question);
    expect(correction).toMatchObject({ typed, question: meant });
    expect(reason).toContain(typed);
  });

  it('is not seen in ordinary words, nor in names', async () => {
    for (const question of ['who sold the tramps in iraq', 'who paid Trops in iraq'])
      expect((await refused(question)).correction ?? null).toBeNull();
  });
});
