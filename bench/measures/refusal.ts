import type { SentenceEngine } from '../engines/engine.js';
import { share } from '../metrics/ranking.js';
import { auroc } from '../metrics/separation.js';
import type { StartProgress } from '../progress.js';
import type { EngineResult } from '../results.js';

export interface RefusalQuestions {
  /** Confidences over the questions that the set answers. */
  readonly answerable: readonly number[];
  /** Questions about other subjects altogether. */
  readonly offTopic: readonly string[];
  /** Questions made to look answerable. */
  readonly adversarial: readonly string[];
}

/** How well an engine's confidence tells questions that the archive answers from those that it does not. */
export async function measureRefusal(
  engine: SentenceEngine,
  { answerable, offTopic, adversarial }: RefusalQuestions,
  startProgress: StartProgress,
): Promise<EngineResult> {
  const progress = startProgress(`refusal, ${engine.name}`, offTopic.length + adversarial.length);
  const judge = async (questions: readonly string[]): Promise<Judgement[]> => {
    const judgements: Judgement[] = [];
    for (const question of questions) {
      judgements.push(await judgementOf(engine, question));
      progress.tick();
    }
    return judgements;
  };
  const off = await judge(offTopic);
  const trap = await judge(adversarial);
  progress.done();
  return {
    engine: engine.name,
    figures: {
      'AUROC, off-topic': separation(answerable, off),
      'AUROC, adversarial': separation(answerable, trap),
      'off-topic refused': refused(off),
      'adversarial refused': refused(trap),
    },
    time: null,
  };
}

interface Judgement {
  readonly confidence: number;
  /** Null for an engine that only ranks. */
  readonly answered: boolean | null;
}

async function judgementOf(engine: SentenceEngine, question: string): Promise<Judgement> {
  if (engine.answer === undefined) {
    return { confidence: (await engine.rank(question)).confidence, answered: null };
  }
  return engine.answer(question);
}

function separation(answerable: readonly number[], others: readonly Judgement[]): number | null {
  if (others.length === 0) return null;
  return auroc(
    answerable,
    others.map(({ confidence }) => confidence),
  );
}

function refused(judgements: readonly Judgement[]): number | null {
  const decided = judgements.filter(({ answered }) => answered !== null);
  return decided.length === 0 ? null : share(decided, ({ answered }) => answered === false);
}
