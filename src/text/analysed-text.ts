import { findNames, type Name } from './names.js';
import { type PartOfSpeech, partsOfSpeech } from './parts-of-speech.js';
import { findQuantities, type Quantity } from './quantities.js';
import { type Token, tokenise } from './tokens.js';

/** A sentence with all that ranking reads from it. The costly parts are worked out when they are first asked for. */
export class AnalysedText {
  readonly tokens: readonly Token[];
  #terms: ReadonlySet<string> | undefined;
  #words: ReadonlySet<string> | undefined;
  #parts: readonly PartOfSpeech[] | undefined;
  #quantities: readonly Quantity[] | undefined;
  #names: readonly Name[] | undefined;

  constructor(readonly text: string) {
    this.tokens = tokenise(text);
  }

  /** The terms of its content words. */
  get terms(): ReadonlySet<string> {
    this.#terms ??= new Set(this.tokens.flatMap((token) => (token.stop ? [] : [token.term])));
    return this.#terms;
  }

  get words(): ReadonlySet<string> {
    this.#words ??= new Set(this.tokens.map((token) => token.word));
    return this.#words;
  }

  get parts(): readonly PartOfSpeech[] {
    this.#parts ??= partsOfSpeech(this.text, this.tokens);
    return this.#parts;
  }

  get quantities(): readonly Quantity[] {
    this.#quantities ??= findQuantities(this.text, this.tokens);
    return this.#quantities;
  }

  get names(): readonly Name[] {
    this.#names ??= findNames(this.text, this.tokens);
    return this.#names;
  }
}

const MEMORY_LIMIT = 1_000;
const memory = new Map<string, AnalysedText>();

/** The analysis of a text, remembered for the texts asked for last: questions come back to the same sentences. */
export function analyseText(text: string): AnalysedText {
  const known = memory.get(text);
  if (known) {
    memory.delete(text);
    memory.set(text, known);
    return known;
  }
  const analysed = new AnalysedText(text);
  memory.set(text, analysed);
  if (memory.size > MEMORY_LIMIT) {
    const oldest = memory.keys().next().value;
    if (oldest !== undefined) memory.delete(oldest);
  }
  return analysed;
}
