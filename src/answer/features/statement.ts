import { askedSpeaker, SAME_NAME, speakerShare } from '../asked-speaker.js';
import type { Candidate, Feature } from '../candidate.js';
import { asksReaction, BY_UNKNOWN, isSaidTooEarly } from '../kind-spans/statement-spans.js';
import { SAYING_TERMS, SPEECH_TERMS } from '../kind-words.js';
import { FOUND } from '../matching.js';
import { speakersIn, wordsOf } from '../speakers.js';

/** What is said by somebody else than the one asked for, as the sentences around show. */
const BY_OTHER = 0.5;
/** What goes on with the words of the one asked for, without a sign of it in the sentence. */
const GOES_ON = 0.6;

/** What was said before that to which a reaction is asked for is worse than nothing. */
const TOO_EARLY = -0.5;

/** How well a sentence suits a question for what somebody said: the fit of its best span, and whose words these are. */
export const fitsStatement: Feature = (candidate) => {
  const { matcher, spans, article, sentence, analysed } = candidate;
  if (matcher.question.kind !== 'statement') return 0;
  const fit = spans[0]?.fit ?? 0;
  const speakers = askedSpeaker(matcher.question).length === 0 ? [] : speakersIn(article, sentence);
  if ([analysed, ...speakers.map(({ text }) => text)].some(({ text }) => isSaidTooEarly(matcher, text)))
    return TOO_EARLY;
  const announces = /:\s*$/.test(sentence.text);
  if (speakers.length === 0 || announces) return fit;
  if (speakers.some((other) => speakerShare(matcher, wordsOf(other)) >= SAME_NAME))
    return fit > 0 ? Math.min(1, fit / BY_UNKNOWN) : GOES_ON;
  // Who is named beside the verb of saying is in the span's fit already.
  const isNamedHere = speakers.some(({ text }) => text.text === sentence.text);
  return isNamedHere ? fit : fit * BY_OTHER;
};

/**
 * What the sentence lacks of the name of the one whose words are asked for and whoever speaks in it has, as a share of the
 * question's information: "He said …" and "“They must go.”" are as good as "Graham said …".
 */
export const speakerNamedBefore: Feature = (candidate) => {
  const { matcher, analysed, article, sentence } = candidate;
  const asked = askedSpeaker(matcher.question);
  if (asked.length === 0) return 0;
  const own = speakerShare(matcher, analysed.tokens);
  if (own >= SAME_NAME) return 0;
  const shares = speakersIn(article, sentence)
    .filter(({ text }) => !isSaidTooEarly(matcher, text.text))
    .map((other) => speakerShare(matcher, wordsOf(other)));
  const name = asked.reduce((sum, index) => sum + (matcher.weights[index] ?? 0), 0);
  const worth = isOffTopic(candidate) ? OFF_TOPIC : 1;
  return (worth * Math.max(0, ...shares) * name) / matcher.totalWeight;
};

/** What goes on with somebody's words is worth less where it has nothing of what they are asked to be about. */
const OFF_TOPIC = 0.5;

/** In "what did Graham say about the vote": nothing is told of the vote. A reaction need not say what it is one to. */
function isOffTopic({ matcher, evidence }: Candidate): boolean {
  const { question } = matcher;
  if (asksReaction(matcher)) return false;
  const speaker = askedSpeaker(question);
  const topic = question.terms.flatMap(({ term, share }, index) =>
    share === 1 && !speaker.includes(index) && !SAYING_TERMS.has(term) && !SPEECH_TERMS.has(term)
      ? [index]
      : [],
  );
  return topic.length > 0 && topic.every((index) => (evidence.strengths[index] ?? 0) < FOUND);
}
