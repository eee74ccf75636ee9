import { describe, expect, it } from 'vitest';
import { askedPhrase, questionWordAt } from '../../../src/answer/question/head-noun.js';
import { questionWords } from '../../../src/answer/question/question-words.js';

/** The noun that is asked for with the words before it; null where none is. */
function asked(question: string): string | null {
  const { tokens, parts } = questionWords(question);
  const phrase = askedPhrase(tokens, parts);
  if (phrase === null) return null;
  return tokens
    .slice(phrase.first, phrase.head + 1)
    .map(({ text }) => text)
    .join(' ');
}

describe('the noun that is asked for', () => {
  it.each([
    ['which city was it', 'city'],
    ['in which city was it', 'city'],
    ['who is the president of France', 'president'],
    ["what's the capital of France", 'capital'],
    ['how many troops are there', 'troops'],
    ['how many us troops are there', 'us troops'],
    ['how many of the troops left', 'troops'],
    ['which of the ships sank', 'ships'],
    ['how much oil was sold', 'oil'],
    ['how many sports teams left', 'sports teams'],
    ['What red sports car did he drive?', 'red sports car'],
    ['whose car was it', 'car'],
    ['what were his last words', 'last words'],
  ])('follows the question word: %s', (question, noun) => {
    expect(asked(question)).toBe(noun);
  });

  it.each([
    ['what type of building was it', 'building'],
    ['What is the name of the speaker?', 'speaker'],
    ['What kind of a dog was it', 'dog'],
    ['what was the number of seats', 'seats'],
  ])('follows “of” where the first noun says only that: %s', (question, noun) => {
    expect(asked(question)).toBe(noun);
  });

  it.each([
    'Why did they leave',
    'When did it happen',
    'where was the vote',
    'how tall is the tower',
    'who won',
    '?',
    '',
  ])('is none in %j', (question) => {
    expect(asked(question)).toBeNull();
  });
});

describe('the noun that is asked for in a long phrase', () => {
  it.each([
    ['what is the only color he wears', 'color'],
    ['what is the secret of the universe', 'secret'],
    ['what are the shortest and the longest songs', 'songs'],
    ['What is the largest and most expensive construction project?', 'project'],
    ['Name the ballet company Mikhail Baryshnikov has danced for', 'company'],
    ['what relative of the raccoon is called a bear', 'relative'],
  ])('is its last, not what a clause after it says: %s', (question, head) => {
    expect(asked(question)?.split(' ').at(-1)).toBe(head);
  });

  it.each([
    ['What mountain range marks the border of France?', 'range'],
    ['What scale measures earthquakes?', 'scale'],
    ['101 yr old guard, how many murder counts', 'counts'],
  ])('is told from a verb that looks like a noun: %s', (question, head) => {
    expect(asked(question)?.split(' ').at(-1)).toBe(head);
  });

  it.each([
    ['storm eunice top wind speed', 'speed'],
    ['rail strike vote date', 'date'],
    ['prize money for the reality show', 'money'],
    ['fire plane crash pilot name', 'pilot'],
    ['drag coefficient of the car', 'coefficient'],
  ])('stands last, or before “of”, in keywords: %s', (question, head) => {
    expect(asked(question)?.split(' ').at(-1)).toBe(head);
  });
});

describe('a question that asks for no noun', () => {
  it.each([
    'what did the nurse say',
    'who does the mayor want',
    'how much was the team fined',
    "what's the school calling it",
    'any news on the strike',
    'did the man who fell get up',
  ])('has none, though it has others: %s', (question) => {
    expect(asked(question)).toBeNull();
  });
});

describe('the question word', () => {
  it('is none in what wants yes or no, but is one in what asks whether somebody knows', () => {
    expect(questionWordAt(questionWords('did the man who fell get up').tokens)).toBe(-1);
    expect(questionWordAt(questionWords('does anyone know who fell').tokens)).toBe(3);
  });

  it.each([
    ['who won', 0],
    ['in which city was it', 1],
    ['troops iraq how many', 2],
    ['name the largest city', 0],
    ['troops in iraq', -1],
    ['', -1],
  ])('is the first one: %j', (question, at) => {
    expect(questionWordAt(questionWords(question).tokens)).toBe(at);
  });
});
