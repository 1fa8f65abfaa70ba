/** 1 January 2015, from which ids count: https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000n;
let count = 0n;

/** An id as Discord gives them: the time in milliseconds, then a number that grows. */
export function snowflake(at = Date.now()): string {
  count = (count + 1n) & 0x3fffffn;
  return (((BigInt(at) - EPOCH) << 22n) | count).toString();
}
