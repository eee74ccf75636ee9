/** Whether somebody may ask now. If not, when they may, and whether they were told already. */
export type Permit = 'granted' | { readonly from: number; readonly told: boolean };

/** How many questions in a row are allowed before the cooldown applies. */
const BURST = 5;
/** Above this many people, those who have not asked for a while are forgotten. */
const REMEMBERED = 10_000;

interface Allowance {
  questions: number;
  at: number;
  told: boolean;
}

/** Allows everybody a few questions at once and then one per cooldown, so that nobody crowds out others. */
export class Cooldown {
  readonly #allowances = new Map<string, Allowance>();

  /** @param length in milliseconds; 0 for none */
  constructor(private readonly length: number) {}

  /** @param now in milliseconds since 1970 */
  ask(person: string, now: number): Permit {
    if (this.length === 0) return 'granted';
    const known = this.#allowances.get(person) ?? { questions: BURST, at: now, told: false };
    const questions = this.#regained(known, now);
    if (questions < 1) {
      this.#allowances.set(person, { ...known, told: true });
      return { from: known.at + (1 - known.questions) * this.length, told: known.told };
    }
    this.#allowances.set(person, { questions: questions - 1, at: now, told: false });
    if (this.#allowances.size > REMEMBERED) this.#forget(now);
    return 'granted';
  }

  #regained({ questions, at }: Allowance, now: number): number {
    return Math.min(BURST, questions + (now - at) / this.length);
  }

  #forget(now: number): void {
    for (const [person, allowance] of this.#allowances) {
      if (this.#regained(allowance, now) === BURST) this.#allowances.delete(person);
    }
  }
}
