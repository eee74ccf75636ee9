import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { lacking } from './lacking.js';

/** A process that takes its time to leave, and prints whenever it is asked to. */
async function start(leaves: boolean) {
  const code = `import { onEndingSignals } from './src/signals.ts';
    setInterval(() => {}, 1000);
    onEndingSignals(() => { console.log('leaving'); return ${leaves}; });
    console.log('started');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code]);
  const closed = once(child, 'close');
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await once(child.stdout, 'data');
  return { child, closed, output: () => output };
}

it.skipIf(lacking.signals)(
  'a signal that comes twice at once, by npm and by the terminal, is one',
  async () => {
    const { child, closed, output } = await start(true);
    child.kill('SIGINT');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    await sleep(1_100);
    expect(child.exitCode ?? child.signalCode).toBeNull();
    child.kill('SIGINT');
    expect(await closed).toEqual([null, 'SIGINT']);
    expect(output()).toBe('started\nleaving\n');
  },
);

it.skipIf(lacking.signals)('a signal ends at once what has nothing to do before', async () => {
  const { child, closed } = await start(false);
  child.kill('SIGTERM');
  expect(await closed).toEqual([null, 'SIGTERM']);
});
