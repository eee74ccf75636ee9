import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passageLine, readPassages } from '../../../bench/speed/engines/passage-lines.js';
import { hitsOf, textsOf } from '../../../bench/speed/hits.js';
import type { Found } from '../../../bench/speed/measured.js';

const ms = { clock: 1, processor: 1 };
const found = (...ids: (string[] | null)[]): Found => ({
  seconds: ms,
  heapMegabytes: 1,
  rssMegabytes: 1,
  answers: ids.map((each) => each && { ms, ids: each }),
  texts: {},
});
const questions = [
  { question: 'How many left?', answers: ['4,200'] },
  { question: 'Who had warned?', answers: ['Maria Santos'] },
];
const texts: Record<string, string> = {
  a: 'Some 4,200 people left their homes.',
  b: `${'The rain went on. '.repeat(30)}Maria Santos had warned.`,
  c: 'The rain went on. '.repeat(60),
};
const textOf = (id: string) => texts[id] ?? '';

describe('hits', () => {
  it('count at the start of the first text, and within the first thousand characters', () => {
    expect(hitsOf(questions, found(['a', 'b'], ['b', 'a']), textOf)).toEqual({ hit1: 0.5, hit1000: 1 });
    expect(hitsOf(questions, found(['c', 'a'], []), textOf)).toEqual({ hit1: 0, hit1000: 0 });
  });

  it('are a share of the questions that were asked', () => {
    expect(hitsOf(questions, found(['a'], null), textOf)).toEqual({ hit1: 1, hit1000: 1 });
  });

  it('are unknown where the answers are', () => {
    const unknown = [{ question: 'Flood in Lakeview', answers: null }];
    expect(hitsOf(unknown, found(['a']), textOf)).toEqual({ hit1: null, hit1000: null });
  });
});

describe('passages', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'clippings-bench-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are read as they were written, white space aside', async () => {
    const file = path.join(folder, 'passages.tsv');
    writeFileSync(file, passageLine({ id: 'a#0', title: '', text: 'One\ttab,\none line.' }));
    const read = [];
    for await (const passage of readPassages(file)) read.push(passage);
    expect(read).toEqual([{ id: 'a#0', title: '', text: 'One tab, one line.' }]);
  });

  it("are quoted for those that give only ids, and in the engine's words for those that have some", async () => {
    const passagesFile = path.join(folder, 'passages.tsv');
    writeFileSync(
      passagesFile,
      ['a', 'b'].map((id) => passageLine({ id, title: 't', text: `text ${id}` })).join(''),
    );
    const own: Found = { ...found(['a', 'b', 'c']), texts: { b: 'own words' } };
    const quote = await textsOf(own, { passagesFile, articlesFolder: folder });
    expect(['a', 'b', 'c'].map(quote)).toEqual(['text a', 'own words', '']);
  });
});
