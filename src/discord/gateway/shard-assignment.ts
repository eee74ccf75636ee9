/** Who serves what, as one process sees it. */
export interface ShardAssignment {
  readonly me: string;
  readonly shardCount: number;
  /** The living processes, whether they serve anything or not. */
  readonly processes: readonly string[];
  /** By shard, the process that has it; free ones are missing. */
  readonly holders: ReadonlyMap<number, string>;
}

export interface ShardMoves {
  /** Free shards that are for us to take. */
  readonly take: readonly number[];
  /** Shards of ours that belong to processes with fewer. */
  readonly give: readonly number[];
}

/**
 * What a process should do so that all of them end up with the same number of shards, give or take one. Processes that
 * agree on the roll agree on the shares; they move no shard that need not move.
 */
export function shardMoves({ me, shardCount, processes, holders }: ShardAssignment): ShardMoves {
  const share = shareOf(me, shardCount, processes);
  const shards = Array.from({ length: shardCount }, (_, shard) => shard);
  const mine = shards.filter((shard) => holders.get(shard) === me);
  const free = shards.filter((shard) => !holders.has(shard));
  return { take: free.slice(0, Math.max(0, share - mine.length)), give: mine.slice(share) };
}

/** Where they do not divide evenly, the first processes in the order of their names have one more. */
function shareOf(me: string, shardCount: number, processes: readonly string[]): number {
  const order = [...new Set([...processes, me])].sort();
  const base = Math.floor(shardCount / order.length);
  return base + (order.indexOf(me) < shardCount % order.length ? 1 : 0);
}
