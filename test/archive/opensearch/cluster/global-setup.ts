import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { Missing, TestCluster } from './start.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses of the nodes; empty where there is no cluster. */
    readonly nodes: readonly string[];
    /** `POST /stop/1`, `POST /start/1`, `POST /hang`, `POST /go-on`. */
    readonly control: string;
  }
}

/** Starts one cluster for all tests that want it. Where it cannot be had they are skipped, and it is said why. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  let cluster: TestCluster;
  try {
    cluster = await TestCluster.start();
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    console.log(`Skipped: the tests on a cluster of OpenSearch (${error.message}).`);
    provide('nodes', []);
    provide('control', '');
    return async () => {};
  }
  const control = createServer(async (request, response) => {
    const [, verb, number] = (request.url ?? '').split('/');
    if (verb === 'stop') await cluster.stopNode(Number(number));
    else if (verb === 'start') await cluster.startNode(Number(number));
    else if (verb === 'hang') await cluster.hang();
    else await cluster.goOn();
    response.end();
  });
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  provide('nodes', cluster.urls);
  // A server that listens on a port has such an address.
  provide('control', `http://127.0.0.1:${(control.address() as AddressInfo).port}`);
  return async () => {
    control.close();
    await cluster.stop();
  };
}
