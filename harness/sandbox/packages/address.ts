import { BlockList, isIP } from 'node:net';

/**
 * Where an address lies. `public`: on the open Internet. `private`: in a network of the operator's, or this machine
 * itself. `never`: nowhere a package mirror can be, such as a cloud's metadata service.
 */
export type Reach = 'public' | 'private' | 'never';

/** IANA's special-purpose registry for IPv4 (RFC 6890 and what came after), without what is in `neverV4`. */
const privateV4 = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
];
/** This network, link-local with the clouds' metadata, 6to4 relays, multicast, reserved, broadcast; Alibaba's metadata. */
const neverV4 = [
  '0.0.0.0/8',
  '100.100.100.200/32',
  '169.254.0.0/16',
  '192.88.99.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Loopback, unique local, documentation. */
const privateV6 = ['::1/128', 'fc00::/7', '2001:db8::/32', '3fff::/20'];
/** Everything that is global unicast is 2000::/3; these parts of it carry an IPv4 address or are IETF protocols. */
const neverV6 = ['2001::/23', '2002::/16', 'fd00:ec2::254/128'];

const lists = {
  privateV4: listOf(privateV4, 'ipv4'),
  neverV4: listOf(neverV4, 'ipv4'),
  privateV6: listOf(privateV6, 'ipv6'),
  neverV6: listOf(neverV6, 'ipv6'),
  globalV6: listOf(['2000::/3'], 'ipv6'),
};

/** Judges one resolved address; a text that is no address is `never`, as are all IPv6 forms of an IPv4 address. */
export function reachOf(address: string): Reach {
  switch (isIP(address)) {
    case 4:
      if (lists.neverV4.check(address)) return 'never';
      return lists.privateV4.check(address) ? 'private' : 'public';
    case 6:
      // A zone (`fe80::1%eth0`) belongs to link-local addresses alone.
      if (address.includes('%') || lists.neverV6.check(address, 'ipv6')) return 'never';
      if (lists.privateV6.check(address, 'ipv6')) return 'private';
      return lists.globalV6.check(address, 'ipv6') ? 'public' : 'never';
    default:
      return 'never';
  }
}

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
