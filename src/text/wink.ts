import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type Model, type WinkMethods } from 'wink-nlp';

/** What of the core of the language model is used here; its own types say nothing about it. */
interface Core {
  readonly features: Readonly<Record<string, Feature>>;
}

/** The known values of a feature of words, to which each analyser adds those that it meets. */
interface Feature {
  readonly list: readonly unknown[];
  /** The place of each value, in the list. */
  readonly hash?: Readonly<Record<string, number>>;
}

/** An automaton that recognises nothing, in wink-nlp's form. */
const NOTHING = '[100,0,{"0":{}},{},{},{}]';

let core: Core | undefined;

/**
 * Makes an analyser. The first reads the language model, which the others share with it.
 * @param pipes what it does besides finding tokens
 * @param without parts of the model that these pipes do not use
 */
function analyser(pipes: string[], without: object = {}): WinkMethods {
  const lean = { ner: noAutomata, sa: noSentiments, ...without };
  return winkNLP({ ...model, core: ownCore, ...lean } as Model, pipes);
}

/** The words of the language model that end with a mark as sentences do: "Mr.", "Corp.". */
export function wordsWithEndMark(): ReadonlySet<string> {
  endMarked ??= new Set(theCore().features.lexeme?.list.filter(isEndMarked));
  return endMarked;
}

const isEndMarked = (word: unknown): word is string => typeof word === 'string' && /[.!?]$/.test(word);
let endMarked: ReadonlySet<string> | undefined;

/** A core to which values can be added without changing those that others see. */
function ownCore(): Core {
  const features = Object.entries(theCore().features).map(([name, feature]) => [name, ownFeature(feature)]);
  return { ...theCore(), features: Object.fromEntries(features) };
}

function theCore(): Core {
  // The cast is safe: that is what a core has.
  core ??= (model as unknown as { core(): Core }).core();
  return core;
}

function ownFeature({ list, hash, ...rest }: Feature): Feature {
  return { ...rest, list: [...list], ...(hash ? { hash: Object.create(hash) } : {}) };
}

// These automata take time and memory to load, and no pipe here uses them.
const noAutomata = () => ({ machines: [], transformers: [] });
const noSentiments = () => ({ machines: [NOTHING] });

/*
 * wink-nlp keeps every word that it has not seen before, for ever. Analysers are therefore made anew once many words have come
 * (see tokens.ts).
 */
let made: { tagger?: WinkMethods; segmenter?: WinkMethods } = {};

/** Finds parts of speech. */
export function tagger(): WinkMethods {
  made.tagger ??= analyser(['pos']);
  return made.tagger;
}

/** Finds sentence boundaries only, which halves the time. */
export function segmenter(): WinkMethods {
  made.segmenter ??= analyser(['sbd'], { pos: noAutomata });
  return made.segmenter;
}

/** Lets the analysers forget the words that they kept. */
export function forgetWords(): void {
  made = {};
}

/** Returns the Porter2 stem of a word of plain letters. */
// The model's own types leave this open.
export const porterStem = model.addons.stem as (word: string) => string;

/** The tokens of a text, and the part of speech of each as wink-nlp names it. */
export function taggedTokens(text: string): { tokens: string[]; tags: string[] } {
  const { its, readDoc } = tagger();
  const tokens = readDoc(text).tokens();
  return { tokens: tokens.out(), tags: tokens.out(ofToken(its.pos)) };
}

/** The sentences of a text. */
export function sentencesOf(text: string): string[] {
  return segmenter().readDoc(text).sentences().out();
}

// wink-nlp's own types contradict each other here: its helpers are declared for raw data, but accepted for
// tokens.
function ofToken(helper: unknown): ItsFunction<string> {
  return helper as ItsFunction<string>;
}
