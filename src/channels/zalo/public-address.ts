import { BlockList, isIP } from 'node:net';

/** IANA IPv4 Special-Purpose Address Registry, and everything from multicast upwards. */
const SPECIAL_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** IANA IPv6 Special-Purpose Address Registry within 2000::/3: protocol assignments and Teredo, documentation, 6to4, AS112. */
const SPECIAL_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

/** All of IPv6 that is given out for the public. IPv4-mapped, NAT64, local and link-local addresses lie outside. */
const GLOBAL_IPV6 = [['2000::', 3]] as const;

/** Whether an IP address belongs to the public internet, so that a connection to it cannot end in the own network. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !isWithin(SPECIAL_IPV4, address, 'ipv4');
  return family === 6 && isWithin(GLOBAL_IPV6, address, 'ipv6') && !isWithin(SPECIAL_IPV6, address, 'ipv6');
}

function isWithin(nets: readonly (readonly [string, number])[], address: string, family: 'ipv4' | 'ipv6'): boolean {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, family);
  return list.check(address, family);
}
