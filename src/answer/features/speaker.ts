import { askedSpeaker, SAME_NAME, speakerShare } from '../asked-speaker.js';
import type { Candidate, Feature } from '../candidate.js';
import { type Speaker, speakersIn } from '../speakers.js';

/** In "what did X say": whether it is X who speaks, here or in the sentences around that tell whose words these are. */

/** How well the speaker's name fits the one that is asked for, 0 to 1; less where only the sentences around name one. */
export const speaker: Feature = (candidate) =>
  Math.max(0, ...speakersOf(candidate).map((other) => other.certainty * shareOf(candidate, other)));

/** What is said by somebody else than the one asked for, as the sentences around show. */
const BY_OTHER = 0.5;
/** What goes on with the words of the one asked for, without a sign of it in the sentence. */
const GOES_ON = 0.6;

/** How well a sentence suits a question for what somebody said: the fit of its best span, and whose words these are. */
export const fitsStatement: Feature = (candidate) => {
  const { matcher, spans, sentence } = candidate;
  if (matcher.question.kind !== 'statement') return 0;
  const fit = spans[0]?.fit ?? 0;
  const speakers = speakersOf(candidate);
  const announces = /:\s*$/.test(sentence.text);
  if (speakers.length === 0 || announces) return fit;
  if (speakers.some((other) => shareOf(candidate, other) >= SAME_NAME)) return Math.max(fit, GOES_ON);
  // Who is named beside the verb of saying is in the span's fit already.
  const isNamedHere = speakers.some(({ text }) => text === candidate.analysed);
  return isNamedHere ? fit : fit * BY_OTHER;
};

const found = new WeakMap<Candidate, readonly Speaker[]>();

/** Nobody where the question asks for nobody's words. */
function speakersOf(candidate: Candidate): readonly Speaker[] {
  const known = found.get(candidate);
  if (known) return known;
  const { matcher, article, sentence } = candidate;
  const speakers = askedSpeaker(matcher.question).length === 0 ? [] : speakersIn(article, sentence);
  found.set(candidate, speakers);
  return speakers;
}

const shareOf = ({ matcher }: Candidate, { text, first, last }: Speaker): number =>
  speakerShare(matcher, text.tokens.slice(first, last + 1));
