import { describe, expect, it } from 'vitest';
import { AnalysedText } from '../../src/answer/analysed-text.js';
import { type AnswerSpan, findAnswerSpans } from '../../src/answer/answer-spans.js';
import { matcherOf } from './fixtures.js';

function spans(question: string, sentence: string): AnswerSpan[] {
  return findAnswerSpans(matcherOf(question), new AnalysedText(sentence));
}

/** The words of the spans that fit best. */
function best(question: string, sentence: string): string[] {
  const found = spans(question, sentence);
  return found.filter(({ fit }) => fit === found[0]?.fit).map(({ start, end }) => sentence.slice(start, end));
}

function fitOf(question: string, sentence: string, words: string): number {
  const start = sentence.indexOf(words);
  return spans(question, sentence).find((span) => span.start === start)?.fit ?? 0;
}

describe('a count', () => {
  const sentence = 'In 2003 a vote by 170 lawmakers removed more than 5,000 U.S. soldiers and two bases.';

  it('fits best where it counts what is asked for', () => {
    expect(best('how many troops are in Iraq', sentence)).toEqual(['more than 5,000']);
    expect(best('how many lawmakers voted', sentence)).toEqual(['170']);
  });

  it('fits less where it counts something else, and is no year', () => {
    expect(fitOf('how many troops', sentence, '170')).toBeLessThan(
      fitOf('how many troops', sentence, 'more'),
    );
    expect(fitOf('how many troops', sentence, '2003')).toBe(0);
  });

  it('fits as it is where nothing is asked for by name', () => {
    expect(best('how many', 'There were 12.')).toEqual(['12']);
  });
});

describe('what a question wants', () => {
  it.each([
    ['how much did it cost', 'It cost 40 people $3.5 million in 2003.', '$3.5 million'],
    ['what percentage voted', 'In all 40 men or 3 percent voted.', '3 percent'],
    ['how tall is the tower', 'The tower of 1889 is 330 metres tall.', '330 metres'],
    ['when did he resign', 'He resigned in November 2019 with 12 others.', 'November 2019'],
    ['when did they invade', 'After invading Iraq in 2003 with 40 others.', '2003'],
    ['how long did it last', 'It lasted more than four years.', 'more than four years'],
    ['how old was he', 'He was 62 years old in 2020.', '62 years old'],
    ['how old is Smith', 'John Smith, 45, left.', '45'],
    ['who called for it', 'A cleric named Moktada al-Sadr called for it in Baghdad.', 'Moktada al-Sadr'],
    ['where did they gather', 'Crowds with Gen. Smith gathered in Mashhad.', 'Mashhad'],
    ['which network had the interview', 'He told it in an interview with Fox News.', 'Fox News'],
  ])('%s: “%s”', (question, sentence, words) => {
    expect(best(question, sentence)).toEqual([words]);
  });

  it.each([
    ['why did they leave', 'They left because of the threat.', 'because of the threat'],
    ['why did he resign', 'He resigned in response to the protests.', 'in response to the protests'],
    ['how did he die', 'He died by using a drone.', 'by using a drone'],
    ['what is ISIS', 'ISIS is an armed group.', 'is an armed group'],
    ['who is Halbousi', 'So Halbousi, the speaker of parliament, left.', 'the speaker of parliament'],
    ['what did he say', 'He said it was “a bit concerning for us all.”', '“a bit concerning for us all.”'],
  ])('%s: “%s”', (question, sentence, words) => {
    expect(best(question, sentence)[0]?.replace(/\.$/, '')).toBe(words.replace(/\.$/, ''));
  });

  it('is not cut short at U.S.', () => {
    expect(best('why did they leave', 'They left because of the U.S. embassy and its guards.')[0]).toContain(
      'guards',
    );
  });

  it('may be a weekday, which is a date but less of one than a date with its year', () => {
    const sentence = 'They met on Sunday and not on January 4, 2020.';
    expect(fitOf('when did they meet', sentence, 'Sunday')).toBeGreaterThan(0);
    expect(fitOf('when did they meet', sentence, 'Sunday')).toBeLessThan(
      fitOf('when did they meet', sentence, 'January'),
    );
  });

  it('is nothing in a yes-or-no question', () => {
    expect(spans('is the vote binding', 'The vote of 170 in Iraq is not binding.')).toEqual([]);
  });
});

describe('the words of the question', () => {
  it('are no answer to it', () => {
    expect(spans('where in Iraq are the troops', 'The troops are in Iraq.')).toEqual([]);
    expect(best('who killed Soleimani', 'Soleimani met Donald Trump.')).toEqual(['Donald Trump']);
    expect(best('how many of the 329 lawmakers voted', 'In all 173 of the 329 lawmakers voted.')).toEqual([
      '173',
    ]);
  });
});

describe('any span', () => {
  const SENTENCES = [
    '“We’ll watch,” Mr Pompeo, 56, told ABC News on Sunday, because of $3 million for 5,200 U.S. troops.',
    'ISIS is, as of 2014, a group by Iraq’s Gen. Smith that left to stay.',
    '?!',
    '',
    '🙂 \ud83d 5,200',
  ];
  const QUESTIONS = [
    'how many troops',
    'how much money',
    'what percentage',
    'how tall',
    'when',
    'how long',
    'how old',
    'who left',
    'where',
    'which company',
    'why',
    'how did he',
    'what is ISIS',
    'what did Pompeo say',
    'what color',
    'is it',
  ];

  it.each(QUESTIONS)('holds a token and lies in its sentence, the best first: %s', (question) => {
    for (const sentence of SENTENCES) {
      const found = spans(question, sentence);
      for (const { start, end, first, last, fit: fits } of found) {
        expect(0 <= start && start < end && end <= sentence.length).toBe(true);
        expect(first).toBeLessThanOrEqual(last);
        expect(fits > 0 && fits <= 1).toBe(true);
      }
      expect(found.map((span) => span.fit)).toEqual(found.map((span) => span.fit).sort((a, b) => b - a));
    }
  });
});
