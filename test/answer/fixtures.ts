import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { AnswerType } from '../../src/answer/question/answer-type.js';
import { type Question, readQuestion } from '../../src/answer/question/question.js';
import { type RankedSentence, rankCandidates } from '../../src/answer/ranking/rank.js';
import { type Candidate, makeCandidates } from '../../src/answer/retrieval/candidates.js';
import { TermMatcher } from '../../src/answer/retrieval/term-matcher.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { readArticle } from '../../src/articles/read-article.js';

/** An article of given sentences; a paragraph that begins with null follows a break. */
export function articleOf(
  parts: { readonly id?: string; readonly title?: string | null; readonly publisher?: string },
  ...paragraphs: readonly (readonly (string | null)[])[]
): ArchivedArticle {
  const id = parts.id ?? 'article';
  return {
    id,
    file: `${id}.txt`,
    title: parts.title ?? null,
    publisher: parts.publisher ?? null,
    url: null,
    published: null,
    added: null,
    removed: [],
    paragraphs: paragraphs.map((sentences) => ({
      text: sentences.filter((sentence) => sentence !== null).join(' '),
      afterBreak: sentences[0] === null,
    })),
    sentences: paragraphs
      .flatMap((sentences, paragraph) =>
        sentences.flatMap((text, position) =>
          text === null ? [] : [{ text, paragraph, afterBreak: sentences[0] === null && position === 1 }],
        ),
      )
      .map((sentence, number) => ({ ...sentence, number })),
  };
}

/** A question with the types of answer that it is sure to want, whatever the classifier takes it for; the first most. */
export function wanting(text: string, type: AnswerType, ...others: readonly AnswerType[]): Question {
  const chance = 1 / (1 + others.length);
  return {
    ...readQuestion(text),
    type,
    typeChances: Object.fromEntries([type, ...others].map((each) => [each, chance])),
  };
}

/** Matches the terms of a question, all of which weigh the same. */
export function matcherOf(question: string | Question): TermMatcher {
  const read = typeof question === 'string' ? readQuestion(question) : question;
  return new TermMatcher(
    read,
    read.terms.map(() => 1),
  );
}

/** All sentences of an article as candidates of one passage, in the order of the article. */
export function candidatesOf(question: string | Question, article: ArchivedArticle): Candidate[] {
  const pool = article.sentences.map((sentence) => ({
    article,
    sentence,
    first: 0,
    last: article.sentences.length - 1,
    passageScore: 1,
  }));
  return makeCandidates(pool, matcherOf(question)).sort((a, b) => a.sentence.number - b.sentence.number);
}

/** A sentence of an article as it ranks for a question, by its number. */
export function rankedSentence(
  question: string | Question,
  article: ArchivedArticle,
  number: number,
): RankedSentence {
  const ranked = rankCandidates(candidatesOf(question, article)).find(
    ({ sentence }) => sentence.number === number,
  );
  if (ranked === undefined) throw new Error(`no sentence ${number}`);
  return ranked;
}

interface Around {
  readonly previous?: string;
  readonly next?: string;
  readonly title?: string;
}

/** One sentence as a candidate, with what stands around it in its paragraph. */
export function candidateOf(
  question: string | Question,
  text: string,
  { previous, next, title }: Around = {},
): Candidate {
  const sentences = [previous, text, next].filter((sentence) => sentence !== undefined);
  const candidates = candidatesOf(question, articleOf({ title: title ?? null }, sentences));
  const found = candidates.find(({ sentence }) => sentence.text === text);
  if (found === undefined) throw new Error(`no candidate: ${text}`);
  return found;
}

/** All sentences of articles, as they rank for a question. */
export function rankedOf(
  question: string | Question,
  ...articles: readonly ArchivedArticle[]
): RankedSentence[] {
  return rankCandidates(articles.flatMap((article) => candidatesOf(question, article)));
}

/** The articles that ship with the program. */
export function seedArticles(): ArchivedArticle[] {
  return readdirSync('seeds')
    .filter((file) => file.endsWith('.txt'))
    .map((file) => archiveArticle(readArticle(file, readFileSync(`seeds/${file}`))));
}

/** The bodies of the files behind them, as they were collected, without white space; by article. */
export function seedBodies(): ReadonlyMap<string, string> {
  return new Map(
    seedArticles().map(({ id, file }) => {
      const body = readFileSync(`seeds/${file}`, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      return [id, withoutSpace(body)];
    }),
  );
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

const word = fc.constantFrom(
  'Parliament',
  'he',
  'said',
  'troops',
  '“No',
  'yes”',
  '"',
  'Smith',
  'voted',
  'it',
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 30 })
  .map((all) => `${all.join(' ').replace(/^./u, (letter) => letter.toUpperCase())}.`);
/** Articles of odd sentences, with and without breaks. */
export const anyArticle = fc
  .array(fc.tuple(fc.boolean(), fc.array(sentence, { minLength: 1, maxLength: 5 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((paragraphs) => articleOf({}, ...paragraphs.map(([broken, all]) => (broken ? [null, ...all] : all))));
