import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';

/** Sentence boundaries and parts of speech only: the other pipes cost time and serve nothing here. */
export const wink = winkNLP(model, ['sbd', 'pos']);

/** Tokens and their stems only, for single words. */
export const winkWords = winkNLP(model, []);

// wink-nlp's own types contradict each other here: its helpers are declared for raw data, but accepted for
// tokens.
export const itsStem = winkWords.its.stem as unknown as ItsFunction<string>;
export const itsPartOfSpeech = wink.its.pos as unknown as ItsFunction<string>;
