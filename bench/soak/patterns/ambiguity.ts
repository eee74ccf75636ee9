import { analyse } from 'scslre';
import type { Pattern } from './patterns.js';

/** A text that repeats a piece, over which an expression may take more than in proportion. */
export interface Attack {
  readonly prefix: string;
  readonly unit: string;
  readonly suffix: string;
}

/** In how many ways an expression can read a text. */
export interface Ambiguity {
  /** Every character more may take twice as long. */
  readonly isExponential: boolean;
  /** Texts that may show it. */
  readonly attacks: readonly Attack[];
}

/**
 * Whether an expression can read a text in more ways than one, so that it may take more than in proportion to its
 * length: null if it cannot. Two analyses are asked, as each knows expressions that the other does not.
 * @param limit how long the slower of them may take, in milliseconds
 */
export async function ambiguityOf({ expression }: Pattern, limit: number): Promise<Ambiguity | null> {
  // Without it the package starts another program where it can.
  process.env.RECHECK_BACKEND = 'pure';
  const { checkSync } = await import('recheck');
  const { source, flags } = expression;
  const checked = checkSync(source, flags, { timeout: limit });
  if (checked.status === 'safe') return null;
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
  if (checked.status === 'unknown' && reports.length === 0) return null;
  const pumped = checked.status === 'vulnerable' ? checked.attack : null;
  const attacks = [
    ...(pumped?.pumps ?? []).map(({ prefix, pump }) => ({
      prefix,
      unit: pump,
      suffix: pumped?.suffix ?? '',
    })),
    ...reports.map(({ character }) => ({ prefix: '', unit: character.pick, suffix: '\0' })),
  ];
  const isExponential =
    (checked.status === 'vulnerable' && checked.complexity.type === 'exponential') ||
    reports.some(({ exponential }) => exponential);
  return { isExponential, attacks };
}
