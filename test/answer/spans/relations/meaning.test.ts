import { describe, expect, it } from 'vitest';
import * as relations from '../../../../src/answer/spans/relations/meaning.js';
import { spanInScene } from '../spans.js';

describe('a span that means something like what is asked for', () => {
  const question = 'which fuel do they burn';

  it('says so by its words', () => {
    const sentence = 'They burn cheap diesel and read letters.';
    const diesel = relations.lastLikeHead(...spanInScene(question, sentence, 'diesel'));
    expect(diesel).toBeGreaterThan(relations.lastLikeHead(...spanInScene(question, sentence, 'letters')));
    expect(relations.anyLikeHead(...spanInScene(question, sentence, 'cheap diesel'))).toBeGreaterThanOrEqual(
      diesel,
    );
  });

  it('may have such words beside it', () => {
    const asked = 'which player won';
    const sentence = 'Then quarterback Newton and coach Rivera left.';
    expect(relations.likeHeadBefore(...spanInScene(asked, sentence, 'Newton'))).toBeGreaterThan(0.2);
    expect(
      relations.likeHeadAfter(...spanInScene('which fuel', 'The Shell diesel burns.', 'Shell')),
    ).toBeGreaterThan(0.2);
  });

  it('may stand near what the sentence else lacks', () => {
    const asked = 'who raised the toll';
    const lacking = (sentence: string) => relations.likeLackingNear(...spanInScene(asked, sentence, 'Trump'));
    expect(lacking('Trump raised the casualties.')).toBeGreaterThan(lacking('Trump raised the curtains.'));
    expect(lacking('Trump raised the toll.')).toBe(0);
  });
});
