import { describe, expect, it } from 'vitest';
import { joinPhrasalVerbs } from '../../../src/text/lexicon/phrasal-verbs.js';
import { stem } from '../../../src/text/stems.js';
import { tokenise } from '../../../src/text/tokens.js';

function terms(text: string): string[] {
  return joinPhrasalVerbs(tokenise(text)).map(({ term }) => term);
}

describe('a verb of two words', () => {
  it.each([
    ['kick out', 'expel'],
    ['kicked out', 'expel'],
    ['steps down', 'resign'],
    ['pulling out', 'withdraw'],
    ['went up', 'rise'],
    ['hit back', 'respond'],
    ['stop buying', 'boycott'],
    ['took part', 'attend'],
    ['set off', 'trigger'],
    ['flared up', 'escalate'],
  ])('is read as one: %s', (phrase, single) => {
    expect(terms(phrase)).toEqual([stem(single)]);
  });

  it.each([
    ['who voted to throw the Americans out', 'expel'],
    ['what set this whole escalation off', 'trigger'],
  ])('may end with its second word only after others: %s', (question, single) => {
    expect(terms(question)).toContain(stem(single));
    expect(terms(question)).not.toContain(terms(question.split(' ').at(-1) ?? '')[0]);
  });

  it('keeps its place in the text', () => {
    const [, joined] = joinPhrasalVerbs(tokenise('he stepped  down today'));
    expect(joined).toMatchObject({ start: 3, end: 16, stop: false });
  });

  it.each(['kick the ball', 'out of kick', 'down', 'constructor down'])('is not seen in %j', (text) => {
    expect(terms(text)).toEqual(tokenise(text).map(({ term }) => term));
  });
});
