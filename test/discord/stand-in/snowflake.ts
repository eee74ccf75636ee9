const DISCORD_EPOCH = 1_420_070_400_000n;
let sequence = 0n;

/** A fresh id as Discord makes them: the time in its upper bits, so that later ids are greater. */
export function snowflake(at = Date.now()): string {
  sequence = (sequence + 1n) % 4096n;
  return (((BigInt(at) - DISCORD_EPOCH) << 22n) | sequence).toString();
}
