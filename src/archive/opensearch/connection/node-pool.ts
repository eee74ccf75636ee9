import { ConnectionPool } from '@opensearch-project/opensearch';
import { shownAddress } from '../../../shown-address.js';

/**
 * A node that did not answer is tried again after this many milliseconds, and after twice as long each time
 * it still does not answer.
 */
const FIRST_LOOK = 2_000;
/** The pause doubles this many times: to 32 seconds. */
const DOUBLINGS = 4;

/** While no node answers, all of them are asked this often, and may take this long, in milliseconds. */
const PROBE = 1_000;
const PROBE_TIMEOUT = 3_000;

type Node = ConnectionPool['connections'][number];

/**
 * Keeps count of the nodes that answer. Tells the operator about those that come and go: one line for each change.
 * When none answers, it probes all of them in the background, so that nobody has to wait to learn of it.
 */
export class NodePools {
  /** The client's connection pool, which the client makes. */
  readonly Pool: typeof ConnectionPool;
  #isAway = false;
  #probing: NodeJS.Timeout | null = null;
  #isClosed = false;

  /** @param tell is given a line when a node stops answering, and when it answers again */
  constructor(tell: (line: string) => void) {
    const allGone = (pool: ConnectionPool): void => {
      if (this.#probing === null && !this.#isClosed) this.#probeAfter(pool, 0);
    };
    const anyBack = (): void => this.#stop();
    this.Pool = class NodePool extends ConnectionPool {
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
        super.markDead(node);
        if (this.#away.size === this.size) allGone(this);
        return this;
      }

      override markAlive(node: Node): this {
        if (this.#away.delete(node.id)) tell(`The search node ${shownAddress(node.id)} answers again.`);
        anyBack();
        return super.markAlive(node);
      }
    };
  }

  /** Whether all nodes failed to answer a request, and a probe after it. */
  get isAway(): boolean {
    return this.#isAway;
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
  }

  #stop(): void {
    if (this.#probing !== null) clearTimeout(this.#probing);
    this.#probing = null;
    this.#isAway = false;
  }

  #probeAfter(pool: ConnectionPool, pause: number): void {
    const probing = setTimeout(async () => {
      const alive = (await Promise.all(pool.connections.map(answers))).flatMap((node) => node ?? []);
      // A request may have got through in the meantime, or the connection was closed.
      if (this.#probing !== probing) return;
      if (alive.length > 0) for (const node of alive) pool.markAlive(node);
      else {
        this.#isAway = true;
        this.#probeAfter(pool, PROBE);
      }
    }, pause).unref();
    this.#probing = probing;
  }
}

/** Resolves with the node if it answers, whatever it says, and else with null. */
function answers(node: Node): Promise<Node | null> {
  return new Promise((resolve) => {
    node.request({ method: 'HEAD', path: '/', timeout: PROBE_TIMEOUT }, (error, response) => {
      response?.resume();
      // A proxy answers so when the node behind it does not.
      const isGone = error !== null || [502, 503, 504].includes(response?.statusCode ?? 0);
      resolve(isGone ? null : node);
    });
  });
}
