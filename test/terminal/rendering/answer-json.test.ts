import { describe, expect, it } from 'vitest';
import { answerJson, refusedJson } from '../../../src/terminal/rendering/answer-json.js';
import { answer, estimated, maybe, moreThan, noAnswer, troops } from '../fixtures.js';

const snippetKeys = [
  'text',
  'highlight',
  'article',
  'title',
  'publisher',
  'published',
  'url',
  'paragraph',
  'score',
];
const keys = ['question', 'answered', 'verdict', 'values', 'snippets', 'figures', 'confidence', 'reason'];

describe('an answer as JSON', () => {
  it('has the fixed keys, in their order', () => {
    const json = JSON.parse(JSON.stringify(answerJson(answer, 1.23456)));
    expect(Object.keys(json)).toEqual([...keys, 'ms']);
    expect(Object.keys(json.snippets[0])).toEqual(snippetKeys);
    expect(json).toMatchObject({
      answered: true,
      verdict: 'answer',
      reason: null,
      confidence: 0.91,
      ms: 1.23,
    });
    expect(json.snippets[0]).toMatchObject({
      text: troops.text,
      highlight: [40, 55],
      article: 'latimes',
      paragraph: 2,
    });
  });

  it('has the values with where the snippets say them', () => {
    const json = JSON.parse(JSON.stringify(answerJson(answer, 1)));
    expect(json.values).toEqual([moreThan, estimated]);
  });

  it('has the values as figures too, each once with the snippets that say it', () => {
    const [mention] = moreThan.mentions;
    const twice = { ...moreThan, mentions: [mention, mention].flatMap((place) => place ?? []) };
    const json = JSON.parse(JSON.stringify(answerJson({ ...answer, values: [twice, estimated] }, 1)));
    expect(json.figures).toEqual([
      { value: 'more than 5,000', snippets: [0] },
      { value: 'estimated 5,000', snippets: [1] },
    ]);
  });

  it('marks a caption, and nothing else, as one', () => {
    const caption = { ...troops, caption: true } as const;
    const json = JSON.parse(JSON.stringify(answerJson({ ...answer, snippets: [caption, troops] }, 1)));
    expect(json.snippets[0]).toHaveProperty('caption', true);
    expect(json.snippets[1]).not.toHaveProperty('caption');
  });

  it.each([maybe, noAnswer])('keeps what may answer or is near apart from snippets (%#)', (result) => {
    const json = JSON.parse(JSON.stringify(answerJson(result, 1)));
    expect(Object.keys(json)).toEqual([...keys, 'related', 'ms']);
    const { verdict, reason } = result;
    expect(json).toMatchObject({ answered: false, verdict, values: [], snippets: [], figures: [], reason });
    expect(Object.keys(json.related[0])).toEqual(snippetKeys);
  });

  it('carries the reading and what was considered when an explanation is wanted', () => {
    const { reading, considered } = answer;
    expect(answerJson(answer, 1, true)).toMatchObject({ reading, considered });
  });

  it('has the same form for a question that cannot be asked', () => {
    expect(Object.keys(refusedJson('', 'empty'))).toEqual(Object.keys(answerJson(noAnswer, 1)));
  });
});
