/** Which process serves which shard, as one process sees it. */
export interface ShardAssignment {
  readonly me: string;
  readonly shardCount: number;
  /** All living processes, whether or not they serve any shards. */
  readonly processes: readonly string[];
  /** The process that holds each shard; free shards are missing. */
  readonly holders: ReadonlyMap<number, string>;
}

export interface ShardMoves {
  /** Free shards that we should take. */
  readonly take: readonly number[];
  /** Shards of ours that we should leave to processes with fewer. */
  readonly give: readonly number[];
}

/**
 * Decides which shards a process should take and give, so that all processes end up with the same number,
 * give or take one. Processes that see the same state agree on the shares. No shard moves without need.
 */
export function shardMoves({ me, shardCount, processes, holders }: ShardAssignment): ShardMoves {
  const share = shareOf(me, shardCount, processes);
  const shards = Array.from({ length: shardCount }, (_, shard) => shard);
  const mine = shards.filter((shard) => holders.get(shard) === me);
  const free = shards.filter((shard) => !holders.has(shard));
  return { take: free.slice(0, Math.max(0, share - mine.length)), give: mine.slice(share) };
}

/** Returns our share. If shards do not divide evenly, the first processes by name get one more. */
function shareOf(me: string, shardCount: number, processes: readonly string[]): number {
  const order = [...new Set([...processes, me])].sort();
  const base = Math.floor(shardCount / order.length);
  return base + (order.indexOf(me) < shardCount % order.length ? 1 : 0);
}
