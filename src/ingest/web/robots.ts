import robotsParser, { type Robot } from 'robots-parser';
import type { Web } from './web.js';

/** The package's types declare a default export, but the module itself is the function. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

const MOST_BYTES = 500 * 1024;
const KEPT = 24 * 60 * 60 * 1000;
/** How soon to ask again if the rules could not be fetched, in milliseconds. */
const KEPT_WITHOUT = 10 * 60 * 1000;
const MOST_SITES = 1_000;
/** Rules with more of "*" together would take long to ask. The largest sites have a thousand. */
const MOST_WILDCARDS = 10_000;

interface Rules {
  readonly until: number;
  /** Null if nothing may be fetched, because the site cannot say what may. */
  readonly robot: Robot | null;
}

/** The rules that sites set for programs that fetch their pages (RFC 9309). */
export class Robots {
  readonly #rules = new Map<string, Promise<Rules>>();

  /** @param agent the name by which sites know us in robots.txt */
  constructor(
    private readonly web: Web,
    private readonly agent: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws UserError when the site cannot be reached */
  async allows(address: URL): Promise<boolean> {
    const { robot } = await this.#rulesOf(address.origin);
    return robot?.isAllowed(address.href, this.agent) ?? robot !== null;
  }

  /**
   * Returns the seconds that the site wants between two pages; null if it does not say.
   * @throws UserError when the site cannot be reached
   */
  async delay(address: URL): Promise<number | null> {
    const { robot } = await this.#rulesOf(address.origin);
    return robot?.getCrawlDelay(this.agent) ?? null;
  }

  async #rulesOf(origin: string): Promise<Rules> {
    const known = await this.#rules.get(origin)?.catch(() => undefined);
    if (known !== undefined && known.until > this.now()) return known;
    if (this.#rules.size >= MOST_SITES) this.#rules.clear();
    const fetched = this.#fetch(origin);
    this.#rules.set(origin, fetched);
    return fetched;
  }

  async #fetch(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    const none = { until: this.now() + KEPT_WITHOUT, robot: null };
    const resource = await this.web.get(address, { accept: 'text/plain', mostBytes: MOST_BYTES });
    // A fault of the server: nothing may be fetched. Without the file, everything may.
    if (resource.status >= 500 || resource.status === 429) return none;
    const text = resource.status < 300 ? new TextDecoder().decode(resource.body) : '';
    // Of rules that nobody can check, none is known to allow anything.
    if (text.split('*').length > MOST_WILDCARDS) return { ...none, until: this.now() + KEPT };
    return { until: this.now() + KEPT, robot: parseRobots(address, text) };
  }
}
