import type { Cookie } from 'undici';

/** Headers that one site may make us send; more is no honest wish. */
const MOST = 50;

/**
 * The cookies of one chain of redirects, for sites that send visitors round until their cookie comes back. They are
 * sent only to the host that set them, and forgotten when the chain ends.
 */
export class Cookies {
  readonly #byHost = new Map<string, Map<string, string>>();

  keep(from: URL, cookies: readonly Cookie[]): void {
    const kept = this.#byHost.get(from.hostname) ?? new Map<string, string>();
    for (const { name, value, secure } of cookies.slice(0, MOST)) {
      if (!secure || from.protocol === 'https:') kept.set(name, value);
    }
    this.#byHost.set(from.hostname, kept);
  }

  /** The header for a request, if there are cookies for its host. */
  header({ hostname }: URL): { cookie?: string } {
    const kept = [...(this.#byHost.get(hostname) ?? [])];
    return kept.length === 0 ? {} : { cookie: kept.map(([name, value]) => `${name}=${value}`).join('; ') };
  }
}
