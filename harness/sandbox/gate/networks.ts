import { networkName } from './host-config.ts';
import {
  flag,
  integer,
  listOf,
  type Members,
  mapOf,
  matching,
  objectOf,
  oneOf,
  text,
  unset,
} from './rule.ts';

/** The engine's own loopback carries published ports and the course's host address: no network may take it over. */
const address = matching(
  'an IP address or subnet, not loopback or link-local',
  /^(?!0|127\.|169\.254\.|::|fe80:)[0-9a-fA-F.:]+(\/\d{1,3})?$/i,
  'address',
);

/** How one container is joined to one network. */
export const endpoint = objectOf(
  {
    IPAMConfig: objectOf({ IPv4Address: address, IPv6Address: address, LinkLocalIPs: listOf(address) }),
    Links: listOf(text),
    Aliases: listOf(text),
    DNSNames: listOf(text),
    MacAddress: text,
    NetworkID: text,
    EndpointID: text,
    Gateway: address,
    IPAddress: address,
    IPPrefixLen: integer(0, 128),
    IPv6Gateway: address,
    GlobalIPv6Address: address,
    GlobalIPv6PrefixLen: integer(0, 128),
    DriverOpts: unset('network-option'),
    GwPriority: integer(),
  },
  "a network endpoint's settings without driver options",
);

export const networkingConfig = objectOf({ EndpointsConfig: mapOf(endpoint, networkName) });

const bridgeOptions = [
  'com.docker.network.bridge.enable_icc',
  'com.docker.network.bridge.enable_ip_masquerade',
  'com.docker.network.driver.mtu',
];

/** The body of `POST /networks/create`. */
export const networkCreate: Members = {
  Name: networkName,
  CheckDuplicate: flag,
  Driver: oneOf(['bridge'], 'network-driver', 'Use a bridge network: `docker network create <name>`.'),
  Scope: oneOf(['local'], 'network-driver'),
  EnableIPv4: flag,
  EnableIPv6: flag,
  Internal: flag,
  Attachable: flag,
  Ingress: unset('network-driver'),
  ConfigOnly: unset('network-driver'),
  ConfigFrom: objectOf({ Network: unset('network-driver') }),
  Options: mapOf(text, oneOf(bridgeOptions, 'network-option')),
  Labels: mapOf(text),
  IPAM: objectOf({
    Driver: oneOf(['default'], 'network-option'),
    Options: unset('network-option'),
    Config: listOf(
      objectOf({
        Subnet: address,
        IPRange: address,
        Gateway: address,
        AuxiliaryAddresses: mapOf(address),
        AuxAddress: mapOf(address),
      }),
    ),
  }),
};
