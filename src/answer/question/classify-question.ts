import type { PartOfSpeech } from '../../text/parts-of-speech.js';
import type { Token } from '../../text/tokens.js';
import type { AnswerType } from './answer-type.js';
import { typeFeatures } from './type-features.js';
import { type PackedTypeModel, TypeModel } from './type-model.js';
import weights from './type-weights.json' with { type: 'json' };

/** What a question wants to hear, as far as its words tell. */
export interface TypeChances {
  /** The likeliest type. */
  readonly type: AnswerType;
  /** The chance of each, summing to 1. */
  readonly chances: Readonly<Partial<Record<AnswerType, number>>>;
}

// Written by bench/train.ts, which knows the types; JSON has no literal types.
const MODEL = new TypeModel(weights as PackedTypeModel);

/** Tells the type of answer that a question wants, by a linear model over its words (`npm run train -- --part types`). */
export function classifyQuestion(tokens: readonly Token[], parts: readonly PartOfSpeech[]): TypeChances {
  const chances = MODEL.typeChances(typeFeatures(tokens, parts));
  let [type, greatest]: [AnswerType, number] = ['thing', 0];
  for (const [each, chance] of chances) if (chance > greatest) [type, greatest] = [each, chance];
  return { type, chances: Object.fromEntries(chances) };
}
