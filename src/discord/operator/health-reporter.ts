import type { ArchiveCondition, Condition } from '../../metrics/condition.js';
import type { ArchiveService } from '../../service/archive-service.js';
import { atMost } from '../at-most.js';
import type { Bot } from '../bot.js';

/**
 * How long the archive may take to report its size, in milliseconds. After that, its last known size is
 * reported.
 */
const PATIENCE = 1_000;

/** Reports how the parts of a bot are doing, from its start on. */
export class HealthReporter {
  service: ArchiveService | null = null;
  bot: Bot | null = null;
  #size = { articles: 0, passages: 0 };

  async condition(): Promise<Condition> {
    const { bot } = this;
    return {
      archive: await this.#archive(),
      shards: bot?.shards() ?? null,
      shardCount: bot?.shardCount() ?? null,
    };
  }

  async #archive(): Promise<ArchiveCondition | null> {
    const { service } = this;
    if (service === null) return null;
    let isOpen = service.isOpen;
    const looked = service.overview().then(
      ({ articles, passages }) => {
        this.#size = { articles, passages };
      },
      () => {
        isOpen = false;
      },
    );
    await atMost(PATIENCE, looked);
    return { isOpen, ...this.#size };
  }
}
