import { DyingProcesses } from '../dying-processes.js';

/** Processes that send alerts until they die. */
export function alertProcesses(): DyingProcesses {
  return new DyingProcesses('test/discord/watches/alert-child.ts');
}

/** Where a process may die. */
export const EVERYWHERE = ['found', 'claim', 'try', 'post', 'record'].flatMap((step) => [
  `before ${step}`,
  `after ${step}`,
]);
/** Where it may die while it takes over from a dead one, of which a message is in the channel. */
export const TAKING_OVER = ['after reclaim', 'after find', 'after record'];
