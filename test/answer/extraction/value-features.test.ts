import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueEvidence } from '../../../bench/training/value-evidence.js';
import { gatherMentions, supportOf } from '../../../src/answer/extraction/gather.js';
import { ANSWER_TYPES } from '../../../src/answer/question/answer-type.js';
import type { Question } from '../../../src/answer/question/question.js';
import { anyArticle, articleOf, rankedOf, wanting } from '../fixtures.js';

/** The evidence for the value that is said by these words, in an article of one sentence; what is not there counts 0. */
function evidenceFor(
  question: Question,
  text: string,
  words: string,
  { title, published }: { readonly title?: string; readonly published?: string } = {},
): (name: string) => number {
  const article = { ...articleOf({ title: title ?? null }, [text]), published: published ?? null };
  const mentions = gatherMentions(rankedOf(question, article));
  const support = supportOf(mentions);
  const mention = mentions.find(({ span }) => text.slice(span.start, span.end) === words);
  const of = mention && support.get(mention.canonical);
  if (mention === undefined || of === undefined) {
    const found = mentions.map(({ span }) => text.slice(span.start, span.end));
    throw new Error(`“${words}” is no value among ${found.join(', ')}`);
  }
  const evidence = new Map(valueEvidence(mention, of));
  return (name) => evidence.get(name) ?? 0;
}

const HOW_MANY = wanting('how many troops left', 'count');
const WHO_KILLED = wanting('who killed Smith', 'person');
const WHERE = wanting('where did they meet', 'place');
const WHEN = wanting('when did they meet', 'date');

describe('what a figure counts', () => {
  it('is what is asked for', () => {
    const of = evidenceFor(HOW_MANY, 'Then 5,200 troops left.', '5,200');
    expect(of('countsFocus')).toBe(1);
    expect(of('countsOther')).toBe(0);
    expect(of('countsNothing')).toBe(0);
  });

  it('is something like it', () => {
    const of = evidenceFor(HOW_MANY, 'Then 5,200 soldiers left.', '5,200');
    expect(of('countsFocus')).toBeGreaterThan(0.3);
    expect(of('countsOther')).toBe(0);
  });

  it('is something else', () => {
    const of = evidenceFor(HOW_MANY, 'The troops left 52 bananas.', '52');
    expect(of('countsFocus')).toBeLessThan(0.3);
    expect(of('countsOther')).toBe(1);
  });

  it('is nothing', () => {
    const of = evidenceFor(HOW_MANY, 'The troops left in group 52.', '52');
    expect(of('countsFocus')).toBe(0);
    expect(of('countsNothing')).toBe(1);
  });
});

describe('who does it and to whom it is done', () => {
  const text = 'John Jones killed Paul Brown.';

  it('is told apart in a question for the one who does it', () => {
    const doer = evidenceFor(wanting('who killed him', 'person'), text, 'John Jones');
    const victim = evidenceFor(wanting('who killed him', 'person'), text, 'Paul Brown');
    expect(doer('isSubject')).toBeGreaterThan(victim('isSubject'));
    expect(doer('isObject')).toBe(0);
  });

  it('is told apart in a question for the other', () => {
    const question = wanting('whom did he kill', 'person');
    const [doer, victim] = ['John Jones', 'Paul Brown'].map((words) => evidenceFor(question, text, words));
    expect(victim?.('isObject')).toBeGreaterThan(doer?.('isObject') ?? 1);
    expect(victim?.('isSubject')).toBe(0);
  });

  it('is told by the word “by”', () => {
    expect(evidenceFor(WHO_KILLED, 'Smith was killed by John Jones.', 'John Jones')('byBefore')).toBe(1);
    expect(evidenceFor(WHO_KILLED, 'Smith was killed with John Jones.', 'John Jones')('byBefore')).toBe(0);
  });
});

describe('the words of the question', () => {
  it('count for more the nearer they stand', () => {
    const near = evidenceFor(
      WHO_KILLED,
      'John Jones killed Smith late on a long and cold night.',
      'John Jones',
    );
    const far = evidenceFor(
      WHO_KILLED,
      'John Jones was there on the long and cold night killed Smith.',
      'John Jones',
    );
    for (const name of ['nearVerb', 'nearName', 'closeness'])
      expect(near(name), name).toBeGreaterThan(far(name));
  });

  it('count for more in the same clause', () => {
    const same = evidenceFor(HOW_MANY, 'It rained, and 52 troops left.', '52');
    const other = evidenceFor(HOW_MANY, 'It rained on 52, and troops left.', '52');
    expect(same('clauseCoverage')).toBeGreaterThan(other('clauseCoverage'));
    expect(same('coverage')).toBe(other('coverage'));
  });

  it('are missed where they stand nowhere around', () => {
    expect(evidenceFor(HOW_MANY, 'Then 52 troops left.', '52')('lackingAround')).toBe(0);
    expect(evidenceFor(HOW_MANY, 'Then 52 men left.', '52')('lackingAround')).toBeGreaterThan(0);
  });
});

describe('what stands beside a value', () => {
  it.each([
    ['a place', WHERE, 'They met in Baghdad.', 'Baghdad', 'thereBefore', 1],
    ['a place', WHERE, 'They met Baghdad.', 'Baghdad', 'thereBefore', 0],
    ['a date', WHEN, 'They met on Sunday.', 'Sunday', 'whenBefore', 1],
    ['a date', WHEN, 'Sunday they met.', 'Sunday', 'whenBefore', 0],
    ['a person', WHO_KILLED, 'John Jones’s gun killed Smith.', 'John Jones', 'possessive', 1],
    ['a person', WHO_KILLED, 'John Jones, a butcher, killed Smith.', 'John Jones', 'comma', 1],
    ['a person', WHO_KILLED, 'Smith was killed, John Jones said.', 'John Jones', 'saysSo', 1],
    ['a person', WHO_KILLED, 'John Jones killed Smith.', 'John Jones', 'opens', 1],
    ['a person', WHO_KILLED, 'Then and there John Jones killed Smith.', 'John Jones', 'opens', 0],
  ] as const)('tells of %s: %3$s (%5$s)', (_, question, text, words, name, expected) => {
    expect(evidenceFor(question, text, words)(name)).toBe(expected);
  });

  it('is known for each type of answer by itself', () => {
    const of = evidenceFor(WHERE, 'They met in Baghdad, he said.', 'Baghdad');
    expect([of('place after: in'), of('place before: ,'), of('place words: 1'), of('place capital')]).toEqual(
      [1, 1, 1, 1],
    );
    expect(of('person after: in')).toBe(0);
  });
});

describe('what a value is', () => {
  it('is told by its type, alone and in a group', () => {
    const of = evidenceFor(HOW_MANY, 'Then 52 troops left.', '52');
    expect(of('isCount')).toBe(1);
    expect(of('isDate') + of('isPerson') + of('isPlace') + of('isAmount')).toBe(0);
    expect(of('figure share')).toBe(of('share'));
  });

  it('is a kind of what is asked for', () => {
    const question = wanting('which insect is on the list', 'thing');
    expect(evidenceFor(question, 'A monarch butterfly sat there.', 'monarch butterfly')('kindOfFocus')).toBe(
      1,
    );
    expect(evidenceFor(question, 'A hungry tiger sat there.', 'hungry tiger')('kindOfFocus')).toBe(0);
  });

  it('is a day where the article says which', () => {
    const text = 'They met on Sunday.';
    const dated = evidenceFor(WHEN, text, 'Sunday', { published: '2020-01-06' });
    const undated = evidenceFor(WHEN, text, 'Sunday');
    expect([dated('day'), dated('unresolved')]).toEqual([1, 0]);
    expect([undated('day'), undated('unresolved')]).toEqual([0, 1]);
  });

  it('is vague where it has no figures', () => {
    expect(evidenceFor(HOW_MANY, 'Dozens of troops left.', 'Dozens')('vague')).toBe(1);
    expect(evidenceFor(HOW_MANY, 'Twenty troops left.', 'Twenty')('vague')).toBe(0);
  });

  it('is in the headline, too', () => {
    const text = 'Smith was killed by John Jones.';
    expect(evidenceFor(WHO_KILLED, text, 'John Jones', { title: 'Jones is a killer' })('titleHolds')).toBe(1);
    expect(evidenceFor(WHO_KILLED, text, 'John Jones', { title: 'A killing' })('titleHolds')).toBe(0);
  });

  it('is the less alone the more others there are', () => {
    const alone = evidenceFor(HOW_MANY, 'Then 52 troops left.', '52');
    const among = evidenceFor(HOW_MANY, 'Then 52 troops left 30 troops and 40 troops.', '52');
    expect(alone('alone')).toBeGreaterThan(among('alone'));
  });
});

describe('the evidence of any value', () => {
  it('is a finite figure of each name, once', () => {
    fc.assert(
      fc.property(
        anyArticle,
        fc.constantFrom('what did Smith say', 'how many troops voted', 'who is it'),
        fc.constantFrom(...ANSWER_TYPES),
        (article, text, type) => {
          const mentions = gatherMentions(rankedOf(wanting(text, type), article));
          const support = supportOf(mentions);
          for (const mention of mentions) {
            const of = support.get(mention.canonical);
            if (of === undefined) throw new Error(`no support: ${mention.canonical}`);
            const evidence = valueEvidence(mention, of);
            expect(new Set(evidence.map(([name]) => name)).size).toBe(evidence.length);
            for (const [name, value] of evidence) expect(Number.isFinite(value), name).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
