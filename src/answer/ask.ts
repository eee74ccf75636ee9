import type { Archive } from '../archive/archive.js';
import { isForeignQuestion } from '../text/language.js';
import type { Answer, AskOptions, Considered, NoAnswer } from './answer.js';
import { archiveScale, decide, VALUE_THRESHOLD } from './answerability/decide.js';
import { ENGLISH_ONLY, readingOf } from './answerability/reason.js';
import { refusalOf } from './answerability/refusal.js';
import { UNASKED_THRESHOLD } from './answerability/unasked.js';
import { type CandidateValue, likelyValues, wellPlaced } from './extraction/values.js';
import { isAbout, newestFirst } from './latest.js';
import { readIntent, searchedWords } from './question/intent.js';
import { checkQuestion, type Question, readQuestion } from './question/question.js';
import { soundsOfTheWorld, standsAlone } from './question/world-question.js';
import { markValues } from './quotes/mark-values.js';
import { selectQuotes } from './quotes/select.js';
import { type RankedSentence, rankSentences } from './ranking/rank.js';
import { topicsOf } from './topics.js';

const USUAL_TOP = 3;
const VALUES_EXPLAINED = 4;
/** A quote after the first is shown where its chance is at least this share of the first one's. */
const WORTH_ADDING = 0.25;
/** What may answer is shown more freely. */
const WORTH_SHOWING = 0.02;

/**
 * Answers a question with verbatim snippets, or says that the archive has no answer.
 * @throws UserError `question-empty`, `question-long`
 */
export async function ask(
  archive: Archive,
  question: string,
  options: AskOptions = {},
): Promise<Answer | NoAnswer> {
  const { top = USUAL_TOP, previous = null, asked = null, unasked = false } = options;
  checkQuestion(question);
  const intent = readIntent(question);
  const text = intent.kind === 'small talk' ? question : intent.question;
  const read = readQuestion(searchedWords(question), previous === null ? null : searchedWords(previous));
  if (intent.kind === 'small talk' || (intent.kind === 'news' && intent.topic === undefined)) {
    return refusal(question, read, NOT_FOR_THE_ARCHIVE[intent.kind]);
  }
  if (unasked && !(soundsOfTheWorld(question) && standsAlone(read))) return refusal(text, read, NOT_ASKED);
  if (await isForeignQuestion(text)) return refusal(question, read, ENGLISH_ONLY);
  const ranked = await rankSentences(archive, read, asked);
  const values = likelyValues(ranked);
  const isLatest = intent.kind === 'latest';
  const quotes = selectQuotes(isLatest ? newestFirst(ranked) : ranked, top, WORTH_SHOWING);
  const [first] = quotes;
  const { answerable, right, ...decided } = decide({ ranked, values, quote: first });
  // The newest that is told of a topic answers who asks for it.
  const isNewest = isLatest && first !== undefined && isAbout(first.sentence);
  const isSure = !unasked || answerable * right >= UNASKED_THRESHOLD;
  const verdict = isSure ? (isNewest ? 'answer' : decided.verdict) : 'none';
  const common = {
    question: text,
    confidence: answerable * right,
    reading: readingOf(read, first?.sentence),
    considered: { answerable, values: values.slice(0, VALUES_EXPLAINED).map(wordsAndChance) },
  };
  if (verdict !== 'answer') {
    const related = quotes.map(({ snippet }) => snippet);
    return { ...common, answered: false, verdict, ...(await refusalOf(archive, read, ranked)), related };
  }
  const least = WORTH_ADDING * (first?.chance ?? 0);
  const worthReading = quotes.filter(({ chance }) => chance >= least);
  return {
    ...common,
    answered: true,
    verdict,
    topics: first === undefined ? [] : topicsOf(first.sentence),
    ...markValues(worthReading, isLatest ? [] : worthShowing(values, ranked), VALUE_THRESHOLD),
  };
}

/** An archive below this scale has few sentences that fit at all, and so few that speak against a wrong value. */
const SMALL = 0.5;

function worthShowing(
  values: readonly CandidateValue[],
  ranked: readonly RankedSentence[],
): readonly CandidateValue[] {
  const isSmall = archiveScale(ranked[0]?.matcher.passageCount ?? 0) < SMALL;
  return isSmall ? wellPlaced(values, ranked) : values;
}

const NOT_ASKED = 'Nobody asked, and it may be meant for somebody else.';

/** Why some messages are not looked up. */
const NOT_FOR_THE_ARCHIVE = {
  'small talk': 'It asks nothing that an article could answer.',
  news: 'It asks for the news of some days, which the digest tells.',
} as const;

function refusal(question: string, read: Question, reason: string): NoAnswer {
  return {
    question,
    answered: false,
    verdict: 'none',
    reason,
    related: [],
    confidence: 0,
    reading: readingOf(read, undefined),
    considered: { answerable: 0, values: [] },
  };
}

function wordsAndChance({ mention, probability }: CandidateValue): Considered['values'][number] {
  const { sentence, span } = mention;
  return { value: sentence.analysed.text.slice(span.start, span.end), probability };
}
