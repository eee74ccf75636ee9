import type { z } from 'zod';
import { type Asked, askedIn, type componentSchema } from './rendering/asked.js';

/** How many answers are remembered. Older answers carry their question themselves. */
const REMEMBERED = 1_000;

/** Remembers the questions behind recent answers, by the id of the answer. */
export class RecentAnswers {
  readonly #asked = new Map<string, Asked>();

  add(answer: string, asked: Asked): void {
    this.#asked.set(answer, asked);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > REMEMBERED && oldest !== undefined) this.#asked.delete(oldest);
  }

  /** @param components the components of the answer, which carry its question */
  find(answer: string, components: readonly z.output<typeof componentSchema>[]): Asked | null {
    return askedIn(components) ?? this.#asked.get(answer) ?? null;
  }
}
