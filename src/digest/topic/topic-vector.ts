import { readQuestion } from '../../answer/question/question.js';
import type { Archive } from '../../archive/archive.js';
import type { PassageHit } from '../../archive/passage-index.js';
import { tokenise } from '../../text/tokens.js';
import { archiveWeights } from '../archive-weights.js';
import { countTerms, type TermVector, type TermWeight, termVector } from '../term-vector.js';

/** How many passages say what a topic is about, by how many of their terms. */
const PASSAGES = 40;
const TERMS = 40;
/** How much the topic's own words count beside those of the passages. */
const OWN_SHARE = 0.25;

interface FoundText {
  readonly counts: ReadonlyMap<string, number>;
  readonly score: number;
}

/**
 * Returns the terms by which articles about a topic are known: its own, and those that stand often in the passages
 * that the archive finds for them (a relevance model, Lavrenko and Croft 2001). So an article about emissions is about
 * climate policy, whatever its words.
 * @returns a mixture of two vectors of unit length; empty for a topic without content words
 */
export async function topicVector(archive: Archive, topic: string): Promise<TermVector> {
  const { terms } = readQuestion(topic);
  if (terms.length === 0) return new Map();
  const query = terms.map(({ term, share, known }) => ({ term, weight: share, fuzzy: !known }));
  const hits = await archive.search({ terms: query, limit: PASSAGES });
  const texts = await Promise.all(hits.map((hit) => foundText(archive, hit)));
  const own = countTerms(terms.map(({ term }) => term));
  const weight = await archiveWeights(archive, [own, ...texts.map(({ counts }) => counts)]);
  return mixed(termVector(own, weight), relevanceModel(texts, weight));
}

async function foundText(archive: Archive, { passage, score }: PassageHit): Promise<FoundText> {
  const article = await archive.article(passage.article);
  const sentences = article?.sentences.slice(passage.first, passage.last + 1) ?? [];
  const text = [article?.title ?? '', ...sentences.map((sentence) => sentence.text)].join('\n');
  return { counts: countTerms(tokenise(text).flatMap(({ term, stop }) => (stop ? [] : [term]))), score };
}

/** The terms that are likeliest in the texts, each text by its score, and rare elsewhere; of unit length. */
function relevanceModel(texts: readonly FoundText[], weight: TermWeight): TermVector {
  const likely = new Map<string, number>();
  for (const { counts, score } of texts) {
    const length = [...counts.values()].reduce((sum, count) => sum + count, 0) || 1;
    for (const [term, count] of counts) {
      likely.set(term, (likely.get(term) ?? 0) + (score * count * weight(term)) / length);
    }
  }
  const top = [...likely].sort(([, a], [, b]) => b - a).slice(0, TERMS);
  const norm = Math.hypot(...top.map(([, value]) => value)) || 1;
  return new Map(top.map(([term, value]) => [term, value / norm]));
}

function mixed(own: TermVector, found: TermVector): TermVector {
  const terms = new Set([...own.keys(), ...found.keys()]);
  return new Map(
    Array.from(terms, (term) => [
      term,
      OWN_SHARE * (own.get(term) ?? 0) + (1 - OWN_SHARE) * (found.get(term) ?? 0),
    ]),
  );
}
