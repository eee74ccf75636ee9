import { type ArchivedArticle, storySentences } from '../archive/passage.js';
import { tokenise } from '../text/tokens.js';

/**
 * Words from which a sentence counts. Shorter ones stand in unrelated articles too ("He declined to
 * comment").
 */
const TELLING_WORDS = 8;
/** Two texts are copies if one prints at least this share of the shorter one's sentences. */
const SAME_TEXT = 0.5;

/**
 * Groups copies together: wire reports that several outlets print, and updated versions of one report.
 * @returns one group for each text, its fullest version first; groups in the order of the articles
 */
export function foldCopies(articles: readonly ArchivedArticle[]): ArchivedArticle[][] {
  const texts: { readonly article: ArchivedArticle; readonly sentences: ReadonlySet<string> }[] =
    articles.map((article) => ({ article, sentences: tellingSentences(article) }));
  const groups: (typeof texts)[] = [];
  for (const text of texts) {
    const copies = groups.filter((group) =>
      group.some((other) => shared(text.sentences, other.sentences) >= SAME_TEXT),
    );
    const [first, ...others] = copies;
    if (!first) {
      groups.push([text]);
      continue;
    }
    // A text may be a copy of two texts that are not copies of each other.
    for (const other of others) {
      first.push(...other);
      groups.splice(groups.indexOf(other), 1);
    }
    first.push(text);
  }
  return groups.map((group) =>
    group.sort((a, b) => b.sentences.size - a.sentences.size).map(({ article }) => article),
  );
}

function tellingSentences(article: ArchivedArticle): Set<string> {
  const sentences = new Set<string>();
  for (const { text } of storySentences(article)) {
    const words = tokenise(text).map((token) => token.word);
    if (words.length >= TELLING_WORDS) sentences.add(words.join(' '));
  }
  return sentences;
}

/** Returns the share of the smaller set that is also in the larger one. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const sentence of small) if (large.has(sentence)) common += 1;
  return small.size === 0 ? 0 : common / small.size;
}
