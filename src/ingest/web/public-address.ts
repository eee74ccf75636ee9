import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Global unicast IPv6; what lies outside it never belongs to a site on the web. */
const GLOBAL = ipaddr.parseCIDR('2000::/3');

/** Azure's host, which tells a machine of itself; it lies among public addresses (Microsoft, "What is IP address 168.63.129.16?"). */
const AZURE_HOST = '168.63.129.16';

/**
 * Whether an IP address belongs to the public internet. Loopback, private, link-local and shared ranges do not, nor
 * those of cloud metadata services, nor tunnels to any of them (IPv4-mapped, 6to4, Teredo).
 * @param address IPv4 or IPv6 as the system writes it; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast' && parsed.toString() !== AZURE_HOST;
  const behind = translated(parsed.toByteArray());
  if (behind !== null) return isPublicAddress(behind);
  return parsed.range() === 'unicast' && parsed.match(GLOBAL);
}

/** The IPv4 address behind one of 64:ff9b::/96, by which networks without IPv4 reach everybody else (RFC 6052). */
function translated(bytes: readonly number[]): string | null {
  const prefix = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
  return prefix.every((byte, at) => bytes[at] === byte) ? bytes.slice(12).join('.') : null;
}
