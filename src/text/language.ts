import { isKnownWord } from './lexicon/common-words.js';
import { eachWordWhile, mostWords, type Token, tokenise } from './tokens.js';

/** The part of an article that is looked at, in characters. */
const SAMPLE = 3_000;
/** From this share of function words on, a text is English: other languages come to half of it by chance. */
const ENGLISH_FUNCTION_WORDS = 0.25;
/** From this share of words known in English on, a question is English. */
const ENGLISH_WORDS = 0.7;
/** Two words may be anybody's name. */
const FEWEST_WORDS = 3;

/** A text of fewer words may be names and numbers. */
const FEWEST_OF_ARTICLE = 10;

/** How alike a text is to a language, 0 to 1, and how much more than to English. */
interface Demand {
  readonly likeness: number;
  readonly lead: number;
}

/** The fewer words, the more it takes: names come from all languages. Learned on half of the questions of the set `languages`. */
const DEMANDS: readonly Demand[] = [
  { likeness: 0.76, lead: 0.2 },
  { likeness: 0.74, lead: 0.15 },
  { likeness: 0.68, lead: 0.1 },
];
/** Whole articles are told apart more surely, and tables of names and numbers are no language. */
const DEMAND_OF_ARTICLE: Demand = { likeness: 0.5, lead: 0.15 };

/**
 * Whether a question is surely in another language than English. In doubt it is English: names, slips of the pen and two
 * words never count.
 */
export async function isForeignQuestion(question: string): Promise<boolean> {
  if (isOtherScript(question)) return true;
  const words = wordsOf(question);
  if (words.length < FEWEST_WORDS || shareOf(words, isEnglish) > ENGLISH_WORDS) return false;
  const demand = DEMANDS[Math.min(words.length - FEWEST_WORDS, DEMANDS.length - 1)];
  return demand !== undefined && (await otherLanguage(question, demand)) !== null;
}

/**
 * The language of an article's text where it surely is another than English, by its English name: "French". Null where it
 * is English, or where nothing tells.
 */
export async function foreignLanguage(text: string): Promise<string | null> {
  const sample = text.slice(0, SAMPLE);
  let words = 0;
  let functionWords = 0;
  // Half of an English text is enough: it has so many function words that the rest cannot make it another's.
  const enough = ENGLISH_FUNCTION_WORDS * mostWords(sample);
  eachWordWhile(sample, ({ word, stop }) => {
    if (!hasLetter(word)) return true;
    words += 1;
    if (stop) functionWords += 1;
    return functionWords < enough;
  });
  if (words > 0 && functionWords / words >= ENGLISH_FUNCTION_WORDS) return null;
  const otherScript = isOtherScript(sample);
  if (words < FEWEST_OF_ARTICLE && !otherScript) return null;
  const code = await otherLanguage(sample, otherScript ? NO_DEMAND : DEMAND_OF_ARTICLE);
  return code && (LANGUAGE_NAMES.of(code) ?? code);
}

const NO_DEMAND: Demand = { likeness: 0, lead: 0 };
const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });

const wordsOf = (text: string): Token[] => tokenise(text).filter(({ word }) => hasLetter(word));
const hasLetter = (word: string): boolean => /^[a-z]/.test(word) || /\p{L}/u.test(word);

function isEnglish({ stop, term, word }: Token): boolean {
  return stop || (/^[a-z.]+$/.test(word) && isKnownWord(term));
}

function shareOf(words: readonly Token[], holds: (word: Token) => boolean): number {
  return words.length === 0 ? 0 : words.filter(holds).length / words.length;
}

/** Whether most letters are of another alphabet than the Latin one. */
function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin < letters / 2;
}

/** The code of the language that a text is most like, where that is not English and meets a demand. */
async function otherLanguage(text: string, { likeness, lead }: Demand): Promise<string | null> {
  // Its tables take tens of megabytes, and English texts never need them.
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(text);
  const { [result.language]: best = 0, en = 0 } = result.getScores();
  const isOther = result.language !== '' && result.language !== 'en';
  return isOther && best >= likeness && best - en >= lead ? result.language : null;
}
