import { describe, expect, it } from 'vitest';
import { askedSpeaker, askedWay, speakerShare } from '../../src/answer/asked-speaker.js';
import { readQuestion } from '../../src/answer/question.js';
import { stem } from '../../src/text/stems.js';
import { tokenise } from '../../src/text/tokens.js';
import { matcherOf } from './fixtures.js';

function asked(question: string): string {
  const read = readQuestion(question);
  return askedSpeaker(read)
    .map((index) => read.terms[index]?.token.text)
    .join(' ');
}

describe('whose words are asked for', () => {
  it.each([
    ['What did Mike Pompeo say about the sites?', 'Mike Pompeo'],
    ['How did the State Department react to the vote?', 'State Department'],
    ['what does al-Sadr want done', 'al Sadr'],
    ['graham said what', 'graham'],
    ['What does Senator Graham accuse Iran of?', 'Senator Graham'],
    ["what was the ministry's reaction to the vote", 'ministry'],
    ['Morgan Ortagus statement', 'Morgan Ortagus'],
    ['sadr demands', 'sadr'],
    ['What demands did Sadr make?', 'Sadr'],
    ['Nasrallah threat to Americans', 'Nasrallah'],
    ['reaction of the Iraqi government to the strike', 'Iraqi government'],
    ['What has begun, according to the Iranian minister?', 'Iranian minister'],
    ['How many targets did Trump say there were?', 'Trump'],
    ['What was Pincher accused of?', ''],
    ['Who said that troops should leave?', ''],
    ['How many troops are in Iraq?', ''],
  ])('%s', (question, speaker) => {
    expect(asked(question)).toBe(speaker);
  });

  it('are found in other words by their share', () => {
    const matcher = matcherOf('What did Mike Pompeo say about sites?');
    expect(speakerShare(matcher, tokenise('Mike Pompeo'))).toBe(1);
    expect(speakerShare(matcher, tokenise('Mr Pompeo'))).toBe(0.5);
    expect(speakerShare(matcher, tokenise('those sites'))).toBe(0);
  });
});

describe('the way of saying', () => {
  it.each([
    ['What does Sadr demand?', 'urge'],
    ['What did Graham accuse Iran of?', 'blame'],
    ['What did he threaten to do?', 'warn'],
  ])('is that of like verbs: %s', (question, like) => {
    expect(askedWay(readQuestion(question))?.has(stem(like))).toBe(true);
  });

  it('is open in “say”', () => {
    expect(askedWay(readQuestion('What did Sadr say about threats?'))).toBeNull();
  });
});
