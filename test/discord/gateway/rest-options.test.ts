import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { REST } from 'discord.js';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { expect, test } from 'vitest';
import { restOptions } from '../../../src/discord/gateway/rest-options.js';

test('a file is sent also where another copy of undici came first', async () => {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    received.push(request.headers['content-type'] ?? '', await text(request));
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A server on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const before = getGlobalDispatcher();
  const agent = new Agent();
  setGlobalDispatcher(agent);
  try {
    const rest = new REST(restOptions(`http://127.0.0.1:${port}`)).setToken('a');
    await rest.post('/files', { body: { content: 'a list' }, files: [{ name: 'a.txt', data: 'words' }] });
    expect(received[0]).toMatch(/^multipart\/form-data; boundary=/);
    expect(received[1]).toContain('filename="a.txt"');
    expect(received[1]).toContain('words');
    expect(received[1]).toContain('a list');
  } finally {
    setGlobalDispatcher(before);
    await agent.close();
    server.close();
  }
});
