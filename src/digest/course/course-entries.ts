import type { TermMatcher } from '../../answer/retrieval/term-matcher.js';
import { type ArchivedArticle, isCaption } from '../../archive/passage.js';
import { addDays, type Day, daysBetween } from '../../text/dates/calendar.js';
import { resolveDates } from '../../text/dates/dates.js';
import { foldCopies } from '../copies.js';
import { dayOfArticle } from '../schedule/period.js';
import { startTelling } from '../telling/key-sentences.js';
import type { StorySentence } from '../telling/story-sentences.js';
import { score, TELLING_WEIGHTS } from '../telling/telling-weights.js';
import { dot, type TermVector, type TermWeight } from '../term-vector.js';
import { coverage } from './articles-about.js';

/** A sentence says of which story it tells if it holds this share of the information of the words; less if its title does. */
const NAMES_STORY = 0.75;
const NAMES_STORY_TITLED = 0.6;
/** Where hardly any sentence does, those that say this much of it: their articles are about it all the same. */
const HINTS_AT_STORY = 0.4;
/** So many days with a sentence are a course. */
const FEW_DAYS = 3;
/** Sentences more alike than this say the same. */
const SAME_STATEMENT = 0.6;
/** A sentence whose dates are all further back tells what is known already. */
const BACKGROUND_DAYS = 3;
/** News says early what is new; further down stands what was known before. */
const STATEMENTS_READ = 4;
/** How many sentences of a day are tried until one says something new. */
const TRIED = 4;

/** A sentence that tells what was new on a day. */
export interface DatedSentence extends StorySentence {
  readonly day: Day;
}

interface ToldDay {
  readonly day: Day;
  /** How many texts tell of the story on that day. */
  readonly texts: number;
  /** Best first. */
  readonly sentences: readonly (StorySentence & { readonly vector: TermVector })[];
}

/**
 * Selects what tells the course of a story: of its days those on which most was printed, and always the first and
 * the last, a sentence each, oldest first. Each says something that the ones before it do not.
 */
export function courseEntries(
  articles: readonly ArchivedArticle[],
  matcher: TermMatcher,
  weight: TermWeight,
  limit: number,
): DatedSentence[] {
  const told = toldDays(articles, weight, (article, text) => namesStory(matcher, article, text));
  const days =
    told.length >= FEW_DAYS
      ? told
      : toldDays(articles, weight, (_, text) => coverage(matcher, [text]) >= HINTS_AT_STORY);
  const chosen: (DatedSentence & { readonly vector: TermVector })[] = [];
  for (const { day, sentences } of spread(days, limit)) {
    const next = sentences
      .slice(0, TRIED)
      .find(({ vector }) => chosen.every((other) => dot(other.vector, vector) < SAME_STATEMENT));
    if (next) chosen.push({ ...next, day });
  }
  return chosen.map(({ article, sentence, day }) => ({ article, sentence, day }));
}

/** The first and the last day, and between them those with many texts, far from the others. */
function spread(days: readonly ToldDay[], limit: number): ToldDay[] {
  const chosen = new Set([...days.slice(0, 1), ...days.slice(-1)]);
  while (chosen.size < Math.min(limit, days.length)) {
    const left = days.filter((day) => !chosen.has(day));
    const worth = (day: ToldDay): number => {
      const gap = Math.min(...[...chosen].map((other) => Math.abs(daysBetween(day.day, other.day))));
      return day.texts * Math.log(1 + gap);
    };
    chosen.add(left.reduce((best, day) => (worth(day) > worth(best) ? day : best)));
  }
  return days.filter((day) => chosen.has(day));
}

function byDay(articles: readonly ArchivedArticle[]): Map<Day, ArchivedArticle[]> {
  const days = new Map<Day, ArchivedArticle[]>();
  for (const article of articles) {
    const day = dayOfArticle(article);
    if (day !== null) days.set(day, [...(days.get(day) ?? []), article]);
  }
  return days;
}

type IsOfStory = (article: ArchivedArticle, text: string) => boolean;

/** The days on which a sentence tells of the story, oldest first. */
function toldDays(articles: readonly ArchivedArticle[], weight: TermWeight, isOfStory: IsOfStory): ToldDay[] {
  return [...byDay(articles)]
    .map(([day, ofDay]) => tellDay(day, ofDay, weight, isOfStory))
    .filter(({ sentences }) => sentences.length > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function tellDay(
  day: Day,
  articles: readonly ArchivedArticle[],
  weight: TermWeight,
  isOfStory: IsOfStory,
): ToldDay {
  const texts = foldCopies(articles).flatMap(([fullest]) => fullest ?? []);
  const sentences = startTelling(texts, weight)
    .next()
    .filter(({ candidate: { article, sentence, leansOn, statementsBefore } }) => {
      return (
        leansOn === null &&
        statementsBefore < STATEMENTS_READ &&
        !isCaption(article, sentence) &&
        isOfStory(article, sentence.text) &&
        !isBackground(day, article, sentence.text)
      );
    })
    .map(({ candidate, features }) => ({ candidate, value: score(features, TELLING_WEIGHTS.opening) }))
    .sort((a, b) => b.value - a.value)
    .map(({ candidate: { article, sentence, vector } }) => ({ article, sentence, vector }));
  return { day, texts: texts.length, sentences };
}

function namesStory(matcher: TermMatcher, { title }: ArchivedArticle, text: string): boolean {
  const isTitled = title !== null && coverage(matcher, [title]) >= NAMES_STORY;
  return coverage(matcher, [text]) >= (isTitled ? NAMES_STORY_TITLED : NAMES_STORY);
}

function isBackground(day: Day, { published }: ArchivedArticle, text: string): boolean {
  const dates = resolveDates(text, published);
  return dates.some(({ to }) => to < addDays(day, -BACKGROUND_DAYS));
}
