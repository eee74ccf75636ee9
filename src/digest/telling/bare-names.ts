import { type ArchivedArticle, type Sentence, storySentences } from '../../archive/passage.js';

/** "Adel Abdul-Mahdi", "Gen. Qassem Soleimani": two or more capitalised words. */
const FULL_NAME = /(?<![\p{L}-])\p{Lu}[\p{L}’'.-]*(?:\s(?:al-|bin |de |van |von )?\p{Lu}[\p{L}’'-]+)+/gu;
const CAPITALISED = /(?<![\p{L}-])\p{Lu}[\p{L}’'-]{2,}/gu;

/**
 * Returns the sentences that name somebody by surname alone, where the article gave the full name earlier
 * ("Abdul-Mahdi continues in a caretaker capacity"). Outside the article, a reader does not know who that is.
 */
export function sentencesWithBareNames(article: ArchivedArticle): Set<Sentence> {
  const introduced = new Set<string>();
  const found = new Set<Sentence>();
  for (const sentence of storySentences(article)) {
    const inFull = new Set(Array.from(sentence.text.matchAll(FULL_NAME), ([name]) => surname(name)));
    const words = Array.from(sentence.text.matchAll(CAPITALISED), ([word]) => withoutPossessive(word));
    if (words.some((word) => introduced.has(word) && !inFull.has(word))) found.add(sentence);
    for (const name of inFull) introduced.add(name);
  }
  return found;
}

function surname(name: string): string {
  return withoutPossessive(name.split(/\s/).at(-1) ?? name);
}

function withoutPossessive(word: string): string {
  return word.replace(/[’']s?$/, '');
}
