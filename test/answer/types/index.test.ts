import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_TYPES } from '../../../src/answer/question/answer-type.js';
import { readQuestion } from '../../../src/answer/question/question.js';
import { PROSE_TYPES, TYPES } from '../../../src/answer/types/index.js';
import { AnalysedText } from '../../../src/text/analysed-text.js';
import { anyText } from '../../text/any-text.js';
import { PUBLISHED } from './spans.js';

describe('the types', () => {
  it.each(ANSWER_TYPES)('tell in plain words what is looked for: %s', (type) => {
    expect(TYPES[type].type).toBe(type);
    expect(TYPES[type].wanted).toMatch(/^[a-z].*[a-z]$/);
  });
});

describe('an answer that takes a whole clause', () => {
  it.each([
    ['reason', 'They left because of the threat.', 'They left.'],
    ['reason', 'He resigned in response to the protests.', 'He resigned.'],
    ['manner', 'He died by using a drone.', 'He died.'],
    ['definition', 'ISIS is an armed group.', 'ISIS left.'],
    ['definition', 'Halbousi, the speaker, left.', 'Halbousi left.'],
    ['statement', 'He said it was over.', 'It was over.'],
    ['statement', '“It is over.”', 'It is over.'],
  ] as const)('is likelier where a cue for it stands: %s, “%s”', (type, sentence, without) => {
    const cue = (text: string) => TYPES[type].cue?.(new AnalysedText(text), readQuestion('what')) ?? 0;
    expect(cue(sentence)).toBeGreaterThan(cue(without));
  });

  it.each([...PROSE_TYPES])('has no values: %s', (type) => {
    const sentence = new AnalysedText('Joe Biden paid $5 to 12 men in Baghdad on Sunday.');
    expect(TYPES[type].spans(sentence, readQuestion('what'))).toEqual([]);
  });
});

const QUESTIONS = [
  'how many troops',
  'how much money',
  'what percentage',
  'how tall',
  'how fast',
  'how many acres',
  'when',
  'what year was it',
  'how long',
  'how many days',
  'how old',
  'who left',
  'where',
  'which company',
  'what color',
  '?',
].map((question) => readQuestion(question));

const pieces =
  '“We’ll watch,” Mr Pompeo 56 , 45, told ABC News on Sunday Jan. 5, 2020 at 5 p.m. because of US$5 $3 million more than $3.5-4 billion for 5,200 U.S. troops more than a dozen 6-foot 40 miles per hour 40°C 45-year-old aged twenty-one percent % in May 1999 2015-17 mid-March half a ½ 3½ no one COVID-19 € 🙂 \ud83d “Top Gun” ‘A B’ - . ? ( )'.split(
    ' ',
  );
const anySentence = fc.oneof(
  anyText(80),
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join('')),
);

describe('any sentence', () => {
  it.each(ANSWER_TYPES)('holds values that lie in it, on whole tokens, apart from each other: %s', (type) => {
    fc.assert(
      fc.property(anySentence, fc.constantFrom(...QUESTIONS), (text, question) => {
        const sentence = new AnalysedText(text);
        const spans = TYPES[type].spans(sentence, question);
        for (const { start, end, first, last, fit } of spans) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(fit > 0 && fit <= 1).toBe(true);
          const inside = sentence.tokens.flatMap((token, at) =>
            token.start < end && start < token.end ? [at] : [],
          );
          // Words such as "more than" are of the span, and not of its tokens.
          expect(inside).toContain(first);
          expect(last).toBe(inside.at(-1));
          expect(sentence.tokens[inside[0] ?? -1]?.start).toBeGreaterThanOrEqual(start);
        }
        const sorted = spans.toSorted((a, b) => a.start - b.start);
        for (const [at, span] of sorted.entries())
          expect(span.end).toBeLessThanOrEqual(sorted[at + 1]?.start ?? text.length);
      }),
    );
  });

  it.each(ANSWER_TYPES)('gives each value the same form whenever it is asked: %s', (type) => {
    fc.assert(
      fc.property(anySentence, fc.constantFrom(PUBLISHED, null, 'not a day'), (text, published) => {
        const forms = () => {
          const sentence = new AnalysedText(text);
          return TYPES[type]
            .spans(sentence, readQuestion('what'))
            .map((span) => TYPES[type].canonical(span, { sentence, published }));
        };
        const found = forms();
        expect(found).toEqual(forms());
        for (const form of found) expect(form.trim()).not.toBe('');
      }),
    );
  });
});
