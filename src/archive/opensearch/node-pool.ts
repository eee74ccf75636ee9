import { ConnectionPool } from '@opensearch-project/opensearch';
import { shownAddress } from '../../shown-address.js';

/**
 * A node that did not answer is tried again after this many milliseconds, and after twice as long each time
 * it still does not answer.
 */
const FIRST_LOOK = 2_000;
/** The pause doubles this many times: to 32 seconds. */
const DOUBLINGS = 4;

type Node = ConnectionPool['connections'][number];

/**
 * Makes the class of the client's connection pool, which tells the operator about nodes that come and go: one
 * line for each change.
 */
export function nodePool(tell: (line: string) => void): typeof ConnectionPool {
  return class NodePool extends ConnectionPool {
    readonly #away = new Set<string>();

    constructor(options?: ConstructorParameters<typeof ConnectionPool>[0]) {
      super(options);
      this.resurrectTimeout = FIRST_LOOK;
      this.resurrectTimeoutCutoff = DOUBLINGS;
    }

    override markDead(node: Node): this {
      if (!this.#away.has(node.id)) {
        this.#away.add(node.id);
        tell(
          this.#away.size < this.size
            ? `The search node ${shownAddress(node.id)} does not answer; the others go on.`
            : `The search node ${shownAddress(node.id)} does not answer, and there is no other. Nothing can be found until it does.`,
        );
      }
      return super.markDead(node);
    }

    override markAlive(node: Node): this {
      if (this.#away.delete(node.id)) tell(`The search node ${shownAddress(node.id)} answers again.`);
      return super.markAlive(node);
    }
  };
}
