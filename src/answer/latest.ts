import { isCaption } from '../archive/passage.js';
import { type Day, dayOfTimestamp } from '../text/dates/calendar.js';
import { strengthsAround } from './ranking/features/coverage.js';
import type { RankedSentence } from './ranking/rank.js';

/** An article is about a topic that holds this share of its information, against the article that holds most. */
const ON_TOPIC = 0.75;
/** From this share of its information on a topic is told of. */
const WHOLE_TOPIC = 0.75;
/** What the headline holds tells more of what an article is about than what stands somewhere in it. */
const TITLE_SHARE = 0.5;
/** An article opens with what is new in it: the first sentence counts this much more, the others the less the further down. */
const LEAD = 8;

/**
 * Orders the sentences about a topic for who wants the newest of it: the articles about it, newest first, and of each the
 * sentences that say most of it, from its opening on. Their scores fall with their place.
 * @param ranked the sentences that the topic's words find
 */
export function newestFirst(ranked: readonly RankedSentence[]): RankedSentence[] {
  const articles = new Map<string, RankedSentence[]>();
  for (const sentence of ranked) {
    if (isCaption(sentence.article, sentence.sentence)) continue;
    const known = articles.get(sentence.article.id);
    if (known) known.push(sentence);
    else articles.set(sentence.article.id, [sentence]);
  }
  const about = [...articles.values()].map((sentences) => ({
    sentences: sentences.toSorted((a, b) => newsworth(b) - newsworth(a)),
    topicality: Math.max(...sentences.map(topicality)),
    newsworth: Math.max(...sentences.map(newsworth)),
    day: dayOf(sentences[0]) ?? '',
  }));
  const most = Math.max(0, ...about.map((article) => article.topicality));
  return about
    .filter((article) => article.topicality >= ON_TOPIC * most)
    .sort((a, b) => b.day.localeCompare(a.day) || b.newsworth - a.newsworth)
    .flatMap(({ sentences }) => sentences)
    .map((sentence, index) => ({ ...sentence, score: -index }));
}

/** Whether a sentence's headline and passage hold nearly all of the topic: then it is told of that, and of nothing else. */
export function isAbout({ matcher, surroundings }: RankedSentence): boolean {
  return matcher.coverage(strengthsAround(matcher, surroundings)) >= WHOLE_TOPIC;
}

function newsworth({ score, sentence }: RankedSentence): number {
  return score + LEAD / (1 + sentence.number);
}

function topicality({ matcher, surroundings }: RankedSentence): number {
  const { title } = surroundings;
  const ofTitle = title === null ? 0 : matcher.coverage(matcher.evidence(title).strengths);
  return TITLE_SHARE * ofTitle + matcher.coverage(strengthsAround(matcher, surroundings));
}

function dayOf(sentence: RankedSentence | undefined): Day | null {
  const article = sentence?.article;
  return dayOfTimestamp(article?.published ?? article?.added ?? '');
}
