import { describe, expect, it } from 'vitest';
import { speakersIn } from '../../src/answer/speakers.js';
import { articleOf } from './fixtures.js';

/** Who speaks in the last sentence of paragraphs, in the article's words. */
function speakers(...paragraphs: (string | null)[][]): string[] {
  const article = articleOf({}, ...paragraphs);
  const last = article.sentences.at(-1);
  return last === undefined
    ? []
    : speakersIn(article, last).map(({ text, first, last: end }) =>
        text.text.slice(text.tokens[first]?.start, text.tokens[end]?.end),
      );
}

describe('the speaker of a sentence', () => {
  it('is named in it', () => {
    expect(speakers(['Trump spoke.', 'Jo Smith said no.'])).toEqual(['Jo Smith']);
  });

  it('is for a pronoun the last one who was named as speaking', () => {
    expect(speakers(['Jo Smith said no.', 'He accused Trump.', 'He also said yes.'])).toEqual(['Jo Smith']);
  });

  it('is for a pronoun whom the sentence before is about, where nobody spoke', () => {
    expect(speakers(['Lindsey Graham went home.', '“No,” he said.'])).toEqual(['Lindsey Graham']);
  });

  it('is for quoted words who is named after them in the paragraph, or before', () => {
    expect(speakers(['Jo Smith said in a statement:'], ['“We are sad.', 'We will stay.”'])).toEqual([
      'Jo Smith',
    ]);
    const article = articleOf({}, ['“We are sad.', 'We will stay,” Jo Smith said.']);
    const [first] = article.sentences;
    expect(first && speakersIn(article, first).map(({ text }) => text.text)).toEqual([
      'We will stay,” Jo Smith said.',
    ]);
  });

  it('is for a pronoun named even before what was left out, as an advertisement is', () => {
    expect(speakers(['Jo Smith said no.'], [null, '“We are sad,” he said.'])).toEqual(['Jo Smith']);
  });

  it('is nobody in a plain sentence, and none from before a break', () => {
    expect(speakers(['Jo Smith said no.', 'The vote was held.'])).toEqual([]);
    expect(speakers(['Jo Smith said no.'], [null, '“We are sad.”'])).toEqual([]);
  });
});
