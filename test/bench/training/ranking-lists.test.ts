import { beforeAll, describe, expect, it } from 'vitest';
import { squadArchive } from '../../../bench/archives/squad-archive.js';
import { silentProgress } from '../../../bench/progress.js';
import {
  membersLists,
  newsLists,
  readMembersQuestion,
  selectionLists,
  squadLists,
} from '../../../bench/training/ranking-lists.js';
import { FEATURE_NAMES } from '../../../src/answer/ranking/features/index.js';
import { rankSentences } from '../../../src/answer/ranking/rank.js';
import type { Archive } from '../../../src/archive/archive.js';
import { asking, floodArchive, near } from './flood.js';

let archive: Archive;
beforeAll(async () => {
  archive = await floodArchive();
}, 60_000);

/** The sentences of the archive that rank for a question, as texts. */
async function ranked(question: string): Promise<string[]> {
  const sentences = await rankSentences(archive, question, '2022-05-10');
  return sentences.map(({ sentence }) => sentence.text);
}

describe('the lists of members’ questions', () => {
  it('hold the features of each sentence as it ranks, and which of them are right', async () => {
    const question = 'how many people left their homes';
    const [list] = await membersLists([asking(question)], archive, silentProgress);
    const sentences = await ranked(question);
    expect(list?.width).toBe(FEATURE_NAMES.length);
    expect(list?.features).toHaveLength(sentences.length * FEATURE_NAMES.length);
    expect(list?.right.map((row) => sentences[row])).toEqual(['Some 4,200 people left their homes.']);
    expect(list?.group).toBe('members flood');
  });

  it('take the neighbours of what answers only with them for right', async () => {
    const together = asking('who warned of the flood', { quote: [/warned the council\. Some 4,200/] });
    const [list] = await membersLists([together], archive, silentProgress);
    expect(list?.right.length).toBeGreaterThan(1);
  });

  it('leave out what the archive does not answer', async () => {
    expect(await membersLists([near('how many cars left')], archive, silentProgress)).toEqual([]);
  });
});

describe('a member’s question', () => {
  it('is read without what chat puts around it', () => {
    const chatted = readMembersQuestion({ question: 'hey, how many people left? thanks', previous: null });
    expect(chatted.terms.map(({ term }) => term)).toEqual(
      readMembersQuestion({ question: 'how many people left?', previous: null }).terms.map(
        ({ term }) => term,
      ),
    );
  });

  it('is its topic, where it asks for the latest', () => {
    expect(readMembersQuestion({ question: 'latest on the dock strike', previous: null }).text).toBe(
      'the dock strike',
    );
  });

  it('follows up the one before it, without its chatter, too', () => {
    const read = readMembersQuestion({ question: 'and in Oakridge?', previous: 'hi, how many left?' });
    expect(read.followsUp).toBe('how many left?');
  });
});

describe('the lists of other sets', () => {
  it('know a right sentence by the answer that it holds', async () => {
    const question = {
      id: 'q',
      question: 'How many people left their homes?',
      asked: '2022-05-10',
      answers: ['4,200'],
      articles: [],
    };
    const [list] = await newsLists([question], archive, silentProgress);
    const sentences = await ranked(question.question);
    expect(list?.right.map((row) => sentences[row])).toEqual(['Some 4,200 people left their homes.']);
    expect(list?.group).toBe('news q');
  });

  it.each(['together', 'apart'] as const)('know it among given candidates, %s', async (arrangement) => {
    const candidates = [
      { text: 'It rained in Lakeview.', right: false },
      { text: 'The dam at Lakeview broke on Tuesday.', right: true },
    ];
    const questions = [{ id: '1', question: 'When did the dam break?', candidates }];
    const [list] = await selectionLists('trecqa', questions, arrangement, silentProgress);
    expect(list?.features).toHaveLength(2 * FEATURE_NAMES.length);
    expect(list?.right).toHaveLength(1);
    expect(list?.group).toBe('trecqa 1');
  });

  it('know it by its number in SQuAD, whose articles are groups', async () => {
    const text = 'Rain fell on Monday. The river rose by two metres.';
    const set = {
      paragraphs: [{ id: 'flood#0', title: 'The_flood', text }],
      sentences: [
        { id: 'flood#0_0', paragraph: 'flood#0', start: 0, end: 20, text: 'Rain fell on Monday.' },
        { id: 'flood#0_1', paragraph: 'flood#0', start: 21, end: 50, text: 'The river rose by two metres.' },
      ],
      questions: [
        {
          id: 'q',
          question: 'How far did the river rise?',
          gold: ['flood#0_1'],
          unambiguous: null,
          answers: ['two metres'],
        },
      ],
      unanswerable: [],
    };
    const [list] = await squadLists(set, await squadArchive(set), silentProgress);
    expect(list?.right).toHaveLength(1);
    expect(list?.group).toBe('flood');
  });
});
