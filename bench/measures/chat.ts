import type { Answer, NoAnswer } from '../../src/answer/answer.js';
import type { EngineResult, Failure } from '../results.js';
import type { ChatLine } from '../sets/chat.js';

/** When to speak up in a channel without being asked. */
export interface Manner {
  readonly name: string;
  /** Whether a line is looked up at all. */
  readonly listens: (line: string) => boolean;
  /** Whether nobody asked us, as far as the engine knows. */
  readonly unasked: boolean;
}

/** A line with what the archive has on it. */
export interface LookedUp {
  readonly line: ChatLine;
  /** Whether it asks about what this archive tells of. */
  readonly isForUs: boolean;
  /** Found for who asks us, and for who does not. */
  readonly asked: Answer | NoAnswer;
  readonly unasked: Answer | NoAnswer;
}

/** So many missed answers weigh as much as a wrong one. */
const WRONG = 10;

export function measureChat(manner: Manner, lines: readonly LookedUp[]): EngineResult {
  const said = lines.filter((one) => speaks(manner, one));
  const right = said.filter((one) => isRight(one, manner)).length;
  const inGroup = (group: ChatLine['group']): number =>
    said.filter((one) => one.line.group === group && !one.isForUs).length;
  const missed = lines.filter(({ isForUs }) => isForUs).length - right;
  return {
    engine: manner.name,
    figures: {
      'said, right': right,
      'said, wrong': said.length - right,
      '  to what members ask each other': inGroup('others'),
      '  to chatter': inGroup('chatter'),
      '  to news of another archive': inGroup('news'),
      'answers missed': missed,
      'cost (a wrong one is 10 missed)': WRONG * (said.length - right) + missed,
    },
    time: null,
  };
}

export function chatFailures(manner: Manner, lines: readonly LookedUp[]): Failure[] {
  return lines
    .filter((one) => (speaks(manner, one) ? !isRight(one, manner) : one.isForUs))
    .map((one) => ({
      question: one.line.text,
      wanted: one.isForUs ? one.line.quote.map(({ source }) => source) : ['silence'],
      got: [firstQuote(one.asked) ?? ''],
      verdict: `${speaks(manner, one) ? 'said' : 'silent'}, ${one.asked.confidence.toFixed(2)}`,
    }))
    .sort((a, b) => Number(b.verdict.startsWith('said')) - Number(a.verdict.startsWith('said')));
}

function speaks(manner: Manner, one: LookedUp): boolean {
  return manner.listens(one.line.text) && found(manner, one).answered;
}

const found = ({ unasked }: Manner, one: LookedUp): Answer | NoAnswer => (unasked ? one.unasked : one.asked);

function isRight(one: LookedUp, manner: Manner): boolean {
  const result = found(manner, one);
  const quote = firstQuote(result);
  return (
    one.isForUs && result.answered && quote !== undefined && one.line.quote.some((right) => right.test(quote))
  );
}

function firstQuote(result: Answer | NoAnswer): string | undefined {
  return (result.answered ? result.snippets : result.related)[0]?.text;
}
