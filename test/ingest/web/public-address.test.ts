import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/ingest/web/public-address.js';

describe('a public address', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:2800:220:1::1', '2a00:1450:4001::1', '64:ff9b::5db8:d822'])(
    'may be %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
    ['unspecified', ['0.0.0.0', '0.1.2.3', '::']],
    [
      'private',
      ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
    ],
    ['link-local and metadata', ['169.254.169.254', 'fe80::1', 'fd00:ec2::254', '100.100.100.200']],
    ['shared', ['100.64.0.1', '198.18.0.1']],
    ['multicast, broadcast or reserved', ['224.0.0.1', '255.255.255.255', '240.0.0.1', 'ff02::1']],
    ['for documentation', ['192.0.2.1', '203.0.113.1', '2001:db8::1']],
    [
      'IPv4 in IPv6',
      ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:0:7f00:1', '::127.0.0.1', '::ffff:a9fe:a9fe'],
    ],
    ['behind a tunnel', ['2002:7f00:1::', '2001:0:7f00:1::1', '64:ff9b::7f00:1', '64:ff9b:1::1']],
    ['no address at all', ['', 'localhost', '0x7f.1', '2130706433', '127.1', 'fe80::1%eth0', '1.2.3.4.5']],
  ])('is none that is %s', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('is judged alike as IPv4 and mapped into IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      }),
    );
  });
});
