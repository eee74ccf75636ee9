import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdsGold, readDossiers } from '../../bench/sets/dossiers.js';
import { readNews } from '../../bench/sets/news.js';
import { answersSeed, readSeedQuestions } from '../../bench/sets/seeds.js';
import { readSelection } from '../../bench/sets/selection.js';
import { readSquad } from '../../bench/sets/squad.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-sets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, ...rows: unknown[]) =>
  writeFileSync(path.join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

describe('squad', () => {
  const context = 'Rain fell on Monday. The river rose by two metres. Nobody was hurt.';
  const original = (...qas: unknown[]) => ({
    version: 'v2.0',
    data: [{ title: 'The_flood', paragraphs: [{ context, qas }] }],
  });

  it('is read sentence by sentence', () => {
    write('paragraphs.jsonl', { id: 'p', title: 'The flood', text: context });
    write('sentences.jsonl', {
      id: 'p_0',
      paragraph_id: 'p',
      start: 0,
      end: 20,
      text: 'Rain fell on Monday.',
    });
    write('questions.jsonl', {
      id: 'q',
      question: 'When did it rain?',
      paragraph_id: 'p',
      gold_sentences: ['p_0'],
      unambiguous: true,
      answers: ['Monday'],
    });
    const set = readSquad(folder);
    expect(set.sentences[0]).toMatchObject({ id: 'p_0', paragraph: 'p' });
    expect(set.questions[0]).toMatchObject({ gold: ['p_0'], answers: ['Monday'], unambiguous: true });
    expect(set.unanswerable).toEqual([]);
  });

  it('is read as published: the sentence that holds the answer is the right one', () => {
    const answered = {
      id: 'q1',
      question: 'How far did the river rise?',
      answers: [{ text: 'two metres', answer_start: context.indexOf('two metres') }],
    };
    const impossible = { id: 'q2', question: 'Who was hurt?', is_impossible: true, answers: [] };
    write('dev-v2.0.json', original(answered, impossible));
    const set = readSquad(folder);
    const right = set.sentences.find(({ id }) => id === set.questions[0]?.gold[0]);
    expect(right?.text).toBe('The river rose by two metres.');
    expect(set.unanswerable).toEqual([
      { id: 'q2', question: 'Who was hurt?', paragraph: set.paragraphs[0]?.id },
    ]);
    expect(readSquad(path.join(folder, 'dev-v2.0.json'))).toEqual(set);
  });

  it('says which file is not what it should be', () => {
    write('dev-v1.1.json', { data: 'none' });
    expect(() => readSquad(folder)).toThrow(/dev-v1\.1\.json is not a SQuAD file/);
  });
});

describe('broken data', () => {
  it('is named by file and line', () => {
    write('dev.jsonl', { id: '1', question: 'Who?', candidates: [] }, { id: '2', candidates: [] });
    expect(() => readSelection(folder, 'dev')).toThrow(/dev\.jsonl, line 2: .*question/);
    writeFileSync(path.join(folder, 'dev.jsonl'), '{"id": ');
    expect(() => readSelection(folder, 'dev')).toThrow(/dev\.jsonl, line 1 is not JSON/);
    writeFileSync(path.join(folder, 'dev.jsonl'), '\n');
    expect(() => readSelection(folder, 'dev')).toThrow(/holds no lines/);
  });

  it('is named when it is missing or damaged', () => {
    expect(() => readSelection(folder, 'train')).toThrow(/train\.jsonl is missing/);
    expect(() => readSquad(path.join(folder, 'none'))).toThrow(/There is no .*none/);
    writeFileSync(path.join(folder, 'articles.jsonl.gz'), 'no gzip');
    expect(() => readNews(folder)).toThrow(/articles\.jsonl\.gz cannot be read/);
  });
});

describe('news', () => {
  it('unpacks the articles and joins the known ones', () => {
    const article = {
      id: 'a',
      url: 'https://example.org',
      publisher: 'P',
      title: 'T',
      date: '2022-01-07',
      text: 'X.',
    };
    writeFileSync(path.join(folder, 'articles.jsonl.gz'), gzipSync(JSON.stringify(article)));
    write('questions.jsonl', {
      id: 'q',
      question: 'Who?',
      date: '2022-01-09T12:00:00Z',
      answers: ['X'],
      editor_articles: ['a'],
      matched_articles: ['b'],
    });
    write('after-the-archive.jsonl', { id: 'z', question: 'What?' });
    const set = readNews(folder);
    expect(set.articles).toEqual([article]);
    expect(set.questions[0]).toMatchObject({ articles: ['a', 'b'], asked: '2022-01-09' });
    expect(set.afterTheArchive).toEqual([{ id: 'z', question: 'What?', asked: null }]);
  });
});

describe('seed questions', () => {
  it('are answered by any of their patterns, once quotes and spaces are folded', () => {
    mkdirSync(path.join(folder, 'questions'));
    const file = path.join(folder, 'questions', 'seeds.json');
    const answerable = [{ id: 'a', question: 'Who?', answers: ['never', 'said "no" twice'], kind: 'person' }];
    writeFileSync(file, JSON.stringify({ answerable, unanswerable: [] }));
    const [question] = readSeedQuestions(file).answerable;
    expect(question && answersSeed(question, 'He SAID “no”\n twice.')).toBe(true);
    expect(question && answersSeed(question, 'He said yes.')).toBe(false);
  });

  it('with a broken pattern are reported', () => {
    const file = path.join(folder, 'seeds.json');
    const answerable = [{ id: 'a', question: 'Who?', answers: ['('], kind: 'person' }];
    writeFileSync(file, JSON.stringify({ answerable, unanswerable: [] }));
    expect(() => readSeedQuestions(file)).toThrow(/seeds\.json: .*answers/);
  });
});

describe('dossiers', () => {
  const raw = readFileSync('bench/questions/dossiers.json', 'utf8');
  const ids = [...new Set(raw.match(/rt\d+/g))];
  const text = 'Rain fell. '.repeat(2_000);
  const articles = ids.map((id) => ({ id, url: '', publisher: '', title: '', date: '2022-01-01', text }));

  it('name answers by their place in five articles each', () => {
    const dossiers = readDossiers('.', articles);
    expect(dossiers).toHaveLength(48);
    for (const dossier of dossiers) {
      expect(dossier.articles).toHaveLength(5);
      expect(dossier.questions.filter(({ gold }) => gold.length > 0)).toHaveLength(26);
      for (const words of dossier.questions.flatMap(({ gold }) => gold)) expect(words).not.toBe('');
    }
  });

  it('are left out where their articles are not at hand', () => {
    expect(readDossiers('.', [])).toEqual([]);
    expect(readDossiers('.', articles.slice(1))).toHaveLength(47);
  });

  it('are answered by a text that holds the words, whatever its quotation marks and spaces', () => {
    const question = { question: 'Who?', kind: 'person', gold: ['“No,” she  said'] };
    expect(holdsGold('Then: "No," she said.', question)).toBe(true);
    expect(holdsGold('Then: "Yes," she said.', question)).toBe(false);
  });
});
