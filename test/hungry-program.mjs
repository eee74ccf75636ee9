/** What a thread runs in limited-thread.test.ts: as much work or memory as it is told. */
export default function run(task) {
  const hoard = [];
  while (task === 'hoard') hoard.push(new Array(100_000).fill(`${Math.random()}`));
  while (task === 'for ever');
  if (task === 'fail') throw new Error('a bug');
  return task;
}
