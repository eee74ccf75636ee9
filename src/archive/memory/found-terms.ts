import { editDistance, spellingDistance } from '../../text/spelling.js';
import { inverseDocumentFrequency, MOST_SATURATION } from '../bm25.js';
import type { QueryTerm } from '../passage-index.js';
import type { Vocabulary } from '../vocabulary.js';
import type { ArticlePostings } from './article-postings.js';
import type { Field } from './posting.js';
import type { IndexStatistics } from './term-statistics.js';

/** A query term that some articles hold, in one spelling or several. */
export interface FoundTerm {
  readonly term: string;
  readonly matches: readonly Match[];
  /** The number of articles to visit. One that holds the term in both fields may count twice. */
  readonly articles: number;
  /** The most that the term adds to a passage's score. */
  readonly most: number;
  /**
   * Visits the articles that hold the term, once for each field or spelling, with the most that this adds to
   * a score.
   */
  visit(tell: (article: number, most: number) => void): void;
}

/** A term of the archive that stands for one of the query. */
export interface Match {
  /** Number of the term. */
  readonly term: number;
  /** Its weight times its idf, in a passage's text and in the title of its article. */
  readonly inText: number;
  readonly inTitle: number;
}

interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly statistics: IndexStatistics;
  readonly postings: Pick<ArticlePostings, 'visit'>;
}

/**
 * Looks up the terms of a query in the archive. Terms without weight, and terms that no article holds, are
 * dropped.
 * @param mostPostings if the spellings of a term have more postings than this, only the spelling of the query
 * is used
 */
export function findTerms(lexicon: Lexicon, terms: readonly QueryTerm[], mostPostings: number): FoundTerm[] {
  return wantedTerms(terms).flatMap(
    (wanted) =>
      (wanted.distance > 0 ? findSpellings(lexicon, wanted, mostPostings) : null) ??
      findTerm(lexicon, wanted),
  );
}

interface WantedTerm {
  readonly term: string;
  readonly weight: number;
  /** The number of letters that may differ. */
  readonly distance: number;
}

/** Merges equal terms and adds up their weights. */
function wantedTerms(terms: readonly QueryTerm[]): WantedTerm[] {
  const wanted = new Map<string, WantedTerm>();
  for (const { term, weight, fuzzy = false } of terms) {
    if (weight <= 0) continue;
    const same = wanted.get(term);
    const distance = fuzzy ? spellingDistance(term.length) : 0;
    wanted.set(term, {
      term,
      weight: weight + (same?.weight ?? 0),
      distance: Math.max(distance, same?.distance ?? 0),
    });
  }
  return [...wanted.values()];
}

function findTerm({ vocabulary, statistics, postings }: Lexicon, { term, weight }: WantedTerm): FoundTerm[] {
  const number = vocabulary.find(term);
  if (number === undefined || statistics.articlesWith(number) === 0) return [];
  const match = matchOf(number, weight, statistics);
  return [
    {
      term,
      matches: [match],
      articles: statistics.articlesWith(number),
      most: mostOf(match),
      visit(tell) {
        const tellAll = (field: Field, most: number) =>
          postings.visit(term, 0, [field], (article) => {
            tell(article, most);
            return true;
          });
        tellAll('title', MOST_SATURATION * match.inTitle);
        tellAll('text', MOST_SATURATION * match.inText);
      },
    },
  ];
}

/** Returns null if there are more than `mostPostings`. */
function findSpellings(
  { vocabulary, statistics, postings }: Lexicon,
  { term, weight, distance }: WantedTerm,
  mostPostings: number,
): FoundTerm[] | null {
  const spellings = new Map<string, Set<number>>();
  let count = 0;
  const isComplete = postings.visit(term, distance, ['title', 'text'], (article, spelling) => {
    const articles = spellings.get(spelling);
    if (articles === undefined) spellings.set(spelling, new Set([article]));
    else articles.add(article);
    return ++count <= mostPostings;
  });
  if (!isComplete) return null;
  if (count === 0) return [];
  // In a fixed order, so that sums come out the same to the last digit.
  const matches = [...spellings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([spelling, articles]) => {
      const number = vocabulary.find(spelling);
      if (number === undefined) return [];
      const share = weight * spellingWeight(spelling, editDistance(term, spelling, distance));
      return [{ match: matchOf(number, share, statistics), articles }];
    });
  return [
    {
      term,
      matches: matches.map(({ match }) => match),
      articles: count,
      most: matches.reduce((sum, { match }) => sum + mostOf(match), 0),
      visit(tell) {
        for (const { match, articles } of matches) {
          for (const article of articles) tell(article, mostOf(match));
        }
      },
    },
  ];
}

function matchOf(term: number, weight: number, statistics: IndexStatistics): Match {
  const count = statistics.passageCount;
  return {
    term,
    inText: weight * inverseDocumentFrequency(statistics.inText(term), count),
    inTitle: weight * inverseDocumentFrequency(statistics.inTitle(term), count),
  };
}

/** Returns MiniSearch's weight for a spelling that differs by `distance` letters. */
function spellingWeight(spelling: string, distance: number): number {
  return distance === 0 ? 1 : (0.45 * spelling.length) / (spelling.length + distance);
}

function mostOf({ inText, inTitle }: Match): number {
  return MOST_SATURATION * (inText + inTitle);
}
