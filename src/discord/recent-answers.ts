import type { z } from 'zod';
import { type Asked, askedIn, type componentSchema } from './rendering/asked.js';

/** How many answers are remembered; older ones say themselves what was asked. */
const REMEMBERED = 1_000;

/** What was asked in the answers given lately, by the id of the answer. */
export class RecentAnswers {
  readonly #asked = new Map<string, Asked>();

  add(answer: string, asked: Asked): void {
    this.#asked.set(answer, asked);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > REMEMBERED && oldest !== undefined) this.#asked.delete(oldest);
  }

  /** @param components those of the answer, which carry its question */
  find(answer: string, components: readonly z.output<typeof componentSchema>[]): Asked | null {
    return askedIn(components) ?? this.#asked.get(answer) ?? null;
  }
}
