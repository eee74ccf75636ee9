import type { ArchivedArticle, Passage, Sentence } from './passage.js';

/** Raise it when passages come out differently than before: a saved index is then rebuilt. */
export const PASSAGES_VERSION = 1;

/** The maximum length of a passage, unless it is a single sentence. */
export const PASSAGE_CHARACTERS = 600;

/**
 * Splits an article into passages: runs of consecutive sentences, each sentence in exactly one passage. A
 * passage may span paragraphs, because a news paragraph is often a single sentence, but never a break.
 */
export function splitPassages(article: ArchivedArticle): Passage[] {
  const passages: Passage[] = [];
  for (const [start, end] of unbrokenRuns(article.sentences)) {
    const lengths = article.sentences.slice(start, end).map((sentence) => sentence.text.length);
    for (const [first, last] of balancedRuns(lengths)) {
      const id = `${article.id}#${passages.length}`;
      passages.push({ id, article: article.id, first: start + first, last: start + last });
    }
  }
  return passages;
}

/** The passage's words as they read in the article, sentences joined by a space. */
export function passageText(article: ArchivedArticle, passage: Passage): string {
  const sentences = article.sentences.slice(passage.first, passage.last + 1);
  return sentences.map((sentence) => sentence.text).join(' ');
}

/** Pairs of sentence numbers, `[start, end)`, between which nothing was cleaned out. */
function unbrokenRuns(sentences: readonly Sentence[]): [number, number][] {
  const runs: [number, number][] = [];
  let start = 0;
  for (let end = 1; end <= sentences.length; end++) {
    if (end < sentences.length && !sentences[end]?.afterBreak) continue;
    runs.push([start, end]);
    start = end;
  }
  return runs;
}

/**
 * Breaks a run of sentences into passages the way a typesetter breaks a paragraph into lines: it minimises
 * the sum of squared white space. That favours few passages of even length, and leaves no stub of a few words
 * at the end.
 * @param lengths of the sentences in characters
 * @returns positions of the first and last sentence of each passage
 */
function balancedRuns(lengths: readonly number[]): [number, number][] {
  // cost[n] and firstOf[n]: the best way to cut the first n sentences, and where its last passage starts.
  const cost = [0];
  const firstOf = [0];
  for (let end = 1; end <= lengths.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    let bestFirst = end - 1;
    let length = -1;
    for (let first = end - 1; first >= 0; first--) {
      length += 1 + (lengths[first] ?? 0);
      if (length > PASSAGE_CHARACTERS && first < end - 1) break;
      const space = Math.max(0, PASSAGE_CHARACTERS - length);
      const total = (cost[first] ?? 0) + space ** 2;
      if (total < best) {
        best = total;
        bestFirst = first;
      }
    }
    cost.push(best);
    firstOf.push(bestFirst);
  }
  const runs: [number, number][] = [];
  for (let end = lengths.length; end > 0; end = firstOf[end] ?? 0) runs.push([firstOf[end] ?? 0, end - 1]);
  return runs.reverse();
}
