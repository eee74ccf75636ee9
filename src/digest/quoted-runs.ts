import type { KeySentence } from './digest.js';

/** Sentences of one article that are read in one go, with what to cite. */
export interface QuotedRun {
  /** The first of them. */
  readonly source: KeySentence;
  readonly text: string;
}

/** Some outlets leave out the full stop of a first sentence. */
const ENDS = /[.!?][”"’')\]]*$/;

/** Joins the sentences that follow each other in a story and are of one article. An ellipsis marks a gap between them. */
export function quotedRuns(sentences: readonly KeySentence[]): QuotedRun[] {
  const runs: { source: KeySentence; last: KeySentence; text: string }[] = [];
  for (const sentence of sentences) {
    const run = runs.at(-1);
    if (run?.last.article !== sentence.article) {
      runs.push({ source: sentence, last: sentence, text: sentence.text });
      continue;
    }
    const follows = sentence.number === run.last.number + 1 && ENDS.test(run.text);
    const gap = follows ? ' ' : ' … ';
    run.text += gap + sentence.text;
    run.last = sentence;
  }
  return runs.map(({ source, text }) => ({ source, text }));
}

/** The articles of outlets that a story has and that none of the quotes names, one an outlet. */
export function otherOutlets<Cited extends { readonly article: string; readonly publisher: string | null }>(
  articles: readonly Cited[],
  quoted: readonly { readonly article: string; readonly publisher: string | null }[],
): Cited[] {
  const keyOf = ({ publisher, article }: { publisher: string | null; article: string }): string =>
    publisher?.toLowerCase() ?? article;
  const named = new Set(quoted.map(keyOf));
  return articles.filter((article) => {
    const key = keyOf(article);
    if (named.has(key)) return false;
    named.add(key);
    return true;
  });
}
