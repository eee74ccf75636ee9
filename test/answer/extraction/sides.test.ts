import { describe, expect, it } from 'vitest';
import { isOtherSide } from '../../../src/answer/extraction/sides.js';
import { readQuestion } from '../../../src/answer/question/question.js';
import { analyseText } from '../../../src/text/analysed-text.js';

/** The names of a sentence that are on the other side than the question asks for. */
function others(question: string, text: string): string[] {
  const sentence = analyseText(text);
  const read = readQuestion(question);
  return sentence.names
    .filter((name) => isOtherSide(read, sentence, { ...name, fit: 1 }))
    .map(({ start, end }) => text.slice(start, end));
}

describe('who won is no answer to who lost', () => {
  it.each([
    ['who lost the election for mayor', 'Ines Brandt won the election for mayor on Sunday.', 'Ines Brandt'],
    ['who was beaten in the final?', 'Marta Silva beat Lena Okoye in the final.', 'Marta Silva'],
    ['who was defeated by Brandt?', 'Karl Voss was defeated by Ines Weber in March.', 'Ines Weber'],
    ['who did Marta Silva beat?', 'Lena Okoye beat Ines Brandt on Sunday.', 'Lena Okoye'],
    ['which candidate won?', 'Karl Voss lost to Ines Brandt by two votes.', 'Karl Voss'],
    ['who defeated the mayor?', 'Karl Voss was beaten by Ines Brandt on Sunday.', 'Karl Voss'],
    ['who did Voss lose to?', 'Karl Voss lost to Ines Brandt by two votes.', 'Karl Voss'],
  ])('%s', (question, text, wrong) => {
    expect(others(question, text)).toEqual([wrong]);
  });

  it.each([
    ['who won the election', 'Ines Brandt won the election ahead of Karl Voss.'],
    ['who lost the election', 'Karl Voss conceded on Sunday.'],
    ['who opened the bridge?', 'Ines Brandt beat Karl Voss in May.'],
    ['who plays Doctor Who?', 'Ines Brandt beat Karl Voss in May.'],
    ['who lost the election', 'Karl Voss thanked his supporters.'],
  ])('but what says no other side may be: %s', (question, text) => {
    expect(others(question, text)).toEqual([]);
  });
});
