import { findNames, type Name } from './names.js';
import { type PartOfSpeech, partsOfSpeech } from './parts-of-speech.js';
import { findQuantities, type Quantity } from './quantities.js';
import { eachWord, type Token, tokenAt } from './tokens.js';
import type { WordForm } from './words/word-form.js';

// Words are gathered in arrays that have room for them, and copied from there as many as there are: arrays that grow word by word
// are copied several times.
const forms: WordForm[] = [];
const starts: number[] = [];
let count = 0;

function keepWord(form: WordForm, start: number): void {
  forms[count] = form;
  starts[count] = start;
  count += 1;
}

/** A sentence with all that ranking reads from it. The costly parts are worked out when they are first asked for. */
export class AnalysedText {
  /** The forms of its tokens, in order: what needs no places asks for these. */
  readonly forms: readonly WordForm[];
  readonly #starts: readonly number[];
  #tokens: readonly Token[] | undefined;
  #terms: ReadonlySet<string> | undefined;
  #words: ReadonlySet<string> | undefined;
  #parts: readonly PartOfSpeech[] | undefined;
  #quantities: readonly Quantity[] | undefined;
  #names: readonly Name[] | undefined;

  constructor(readonly text: string) {
    count = 0;
    eachWord(text, keepWord);
    this.forms = forms.slice(0, count);
    this.#starts = starts.slice(0, count);
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= this.forms.map((form, at) => tokenAt(form, this.#starts[at] ?? 0));
    return this.#tokens;
  }

  /** The terms of its content words. */
  get terms(): ReadonlySet<string> {
    if (this.#terms === undefined) {
      const terms = new Set<string>();
      for (const { stop, term } of this.forms) if (!stop) terms.add(term);
      this.#terms = terms;
    }
    return this.#terms;
  }

  get words(): ReadonlySet<string> {
    this.#words ??= new Set(this.forms.map(({ word }) => word));
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
