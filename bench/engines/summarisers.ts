import type { ArchivedArticle } from '../../src/archive/passage.js';
import { foldCopies } from '../../src/digest/copies.js';
import { selectKeySentences } from '../../src/digest/telling/key-sentences.js';
import type { TermWeight } from '../../src/digest/term-vector.js';
import { indexTerms } from '../../src/text/analyser.js';

/** Picks `count` sentences that sum up the articles of a day. */
export interface Summariser {
  readonly name: string;
  summarise(articles: readonly ArchivedArticle[], count: number): readonly string[];
}

/** The first sentences of the articles in turn: the baseline that is hard to beat in news. */
export const leadSentences: Summariser = {
  name: 'lead',
  summarise(articles, count) {
    const longest = Math.max(...articles.map(({ sentences }) => sentences.length));
    const picked: string[] = [];
    for (let number = 0; number < longest && picked.length < count; number++) {
      for (const { sentences } of articles) {
        const sentence = sentences[number];
        if (sentence && picked.length < count) picked.push(sentence.text);
      }
    }
    return picked;
  },
};

/** TextRank (Mihalcea and Tarau 2004): PageRank over sentences, linked by the words they share. */
export const textRank: Summariser = {
  name: 'TextRank',
  summarise(articles, count) {
    const sentences = articles.flatMap((article) => article.sentences.map(({ text }) => text));
    const ranks = pageRank(overlaps(sentences.map((text) => new Set(indexTerms(text)))));
    return sentences
      .map((text, at) => ({ text, rank: ranks[at] ?? 0 }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, count)
      .map(({ text }) => text);
  },
};

export function clippingsDigest(weight: TermWeight): Summariser {
  return {
    name: 'Clippings',
    summarise(articles, count) {
      const texts = foldCopies(articles).flatMap(([fullest]) => fullest ?? []);
      return selectKeySentences(texts, count, weight).map(({ sentence }) => sentence.text);
    },
  };
}

/** Shared words over the sum of the logarithms of both lengths, for each pair that shares any. */
function overlaps(sentences: readonly ReadonlySet<string>[]): Map<number, number>[] {
  const holders = new Map<string, number[]>();
  const edges = sentences.map((): Map<number, number> => new Map());
  sentences.forEach((terms, at) => {
    for (const term of terms) {
      const before = holders.get(term) ?? [];
      for (const other of before) edges[at]?.set(other, (edges[at].get(other) ?? 0) + 1);
      holders.set(term, [...before, at]);
    }
  });
  edges.forEach((to, at) => {
    for (const [other, shared] of to) {
      const lengths = Math.log(sentences[at]?.size ?? 1) + Math.log(sentences[other]?.size ?? 1);
      const weight = lengths > 0 ? shared / lengths : 0;
      to.set(other, weight);
      if (other < at) edges[other]?.set(at, weight);
    }
  });
  return edges;
}

const DAMPING = 0.85;
const ROUNDS = 30;

function pageRank(edges: readonly ReadonlyMap<number, number>[]): number[] {
  const outgoing = edges.map((to) => [...to.values()].reduce((total, weight) => total + weight, 0));
  let ranks = edges.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = edges.map(() => 1 - DAMPING);
    edges.forEach((to, from) => {
      for (const [at, weight] of to) {
        next[at] = (next[at] ?? 0) + (DAMPING * (ranks[from] ?? 0) * weight) / (outgoing[from] || 1);
      }
    });
    ranks = next;
  }
  return ranks;
}
