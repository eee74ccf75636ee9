import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type ClusterSettings, openCluster } from '../../../src/archive/opensearch/open-cluster.js';
import { UserError } from '../../../src/user-error.js';
import { anArticle } from '../fixtures.js';
import { describeOnCluster, settingsFor, stored } from './fixtures.js';
import { NodeProxy } from './node-proxy.js';

describeOnCluster('a cluster behind TLS that wants a password', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clippings-tls-'));
  const caFile = join(folder, 'ca.pem');
  const right = `Basic ${Buffer.from('clippings:secret').toString('base64')}`;
  let proxies: NodeProxy[];
  let settings: ClusterSettings;

  beforeAll(async () => {
    const store = join(folder, 'store.p12');
    const access = ['-alias', 'node', '-keystore', store, '-storetype', 'PKCS12', '-storepass', 'changeit'];
    const certificate = ['-keyalg', 'RSA', '-dname', 'CN=127.0.0.1', '-ext', 'san=ip:127.0.0.1'];
    // It comes with Java, without which there is no cluster either.
    execFileSync('keytool', ['-genkeypair', ...access, ...certificate], { stdio: 'ignore' });
    execFileSync('keytool', ['-exportcert', '-rfc', '-file', caFile, ...access], { stdio: 'ignore' });
    const secure = { pfx: readFileSync(store), passphrase: 'changeit' };
    proxies = await Promise.all(inject('nodes').map((node) => NodeProxy.before(node, secure)));
    for (const proxy of proxies) {
      proxy.fault = async ({ headers }, send) =>
        headers.authorization === right
          ? send()
          : { status: 401, body: '{"error":"Unauthorized","status":401}' };
    }
    settings = settingsFor({
      nodes: proxies.map(({ url }) => url),
      user: 'clippings',
      password: 'secret',
      caFile,
    });
  });

  afterAll(async () => {
    await Promise.all(proxies.map((proxy) => proxy.leave()));
    rmSync(folder, { recursive: true });
  });

  async function refusal(other: Partial<ClusterSettings>): Promise<UserError> {
    const error: unknown = await openCluster({ ...settings, ...other }).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UserError);
    return error as UserError; // Checked in the line before.
  }

  it('lets in who knows it', async () => {
    const archive = await openCluster(settings);
    await archive.put(anArticle({ id: 'oil', paragraphs: ['Oil rose.'] }));
    await stored(archive);
    expect(await archive.search({ terms: [{ term: 'oil', weight: 1 }], limit: 1 })).toHaveLength(1);
    await archive.close();
  });

  it('tells the operator of a wrong password, and does not repeat it', async () => {
    const error = await refusal({ password: 'hunter2' });
    expect(error).toMatchObject({ code: 'search-refused', hint: expect.stringContaining('SEARCH_PASSWORD') });
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
  });

  it('is not trusted without its certificate, and the operator hears what to set', async () => {
    expect(await refusal({ caFile: null })).toMatchObject({
      code: 'search-unreachable',
      message: expect.stringMatching(/self-signed certificate/),
      hint: expect.stringContaining('SEARCH_CA_FILE'),
    });
  });

  it('needs a certificate file that can be read', async () => {
    expect(await refusal({ caFile: join(folder, 'missing.pem') })).toMatchObject({
      code: 'ca-file-unreadable',
      message: expect.stringContaining('missing.pem'),
    });
  });
});
