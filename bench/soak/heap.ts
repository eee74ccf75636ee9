import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ask } from '../../src/answer/ask.js';
import type { Archive } from '../../src/archive/archive.js';

export interface HeapReport {
  readonly questions: number;
  /** In megabytes after a full collection: when caches are warm, at half of the questions, and at the end. */
  readonly warm: number;
  readonly half: number;
  readonly end: number;
  /** In bytes, over the second half: what is never let go again. */
  readonly perQuestion: number;
}

const WARM = 250;
const SYLLABLES = 'ka ro mi ten sol bar nex ulo pri dan vek tor lin gas'.split(' ');
const NOUNS =
  'minister parliament storm election ferry police budget tax hospital strike vaccine bank oil court climate school train border attack drone'.split(
    ' ',
  );
const FORMS: readonly ((noun: string, name: string) => string)[] = [
  (noun, name) => `How many people were killed in the ${noun} of ${name}?`,
  (noun, name) => `Who is the ${noun} of ${name}?`,
  (noun, name) => `When did ${name} leave the ${noun}?`,
  (noun, name) => `Why did the ${noun} in ${name} close?`,
];

/** Asks questions with names that nobody has asked about before, and measures what the heap keeps of them. */
export async function heapOfQuestions(
  questions: number,
  archive: Archive,
  random: () => number,
): Promise<HeapReport> {
  const collect = collector();
  const used = (): number => {
    collect();
    collect();
    return process.memoryUsage().heapUsed;
  };
  const pick = <Each>(from: readonly Each[]): Each | undefined => from[Math.floor(random() * from.length)];
  const name = (): string =>
    `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}`.replace(/^./, (letter) => letter.toUpperCase());
  const half = Math.floor(questions / 2);
  const seen = new Map<number, number>();
  for (let asked = 1; asked <= questions; asked++) {
    await ask(archive, pick(FORMS)?.(pick(NOUNS) ?? '', `${name()} ${name()}`) ?? '');
    if (asked === WARM || asked === half || asked === questions) seen.set(asked, used());
  }
  const at = (asked: number): number => seen.get(asked) ?? Number.NaN;
  return {
    questions,
    warm: at(WARM) / 1e6,
    half: at(half) / 1e6,
    end: at(questions) / 1e6,
    perQuestion: (at(questions) - at(half)) / (questions - half),
  };
}

/** The collection of garbage, which Node.js gives only to who asks for it. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
