export { dockerSettings, forwarder, withoutForwarder } from './forwarder.ts';
export { PackageGateway } from './gateway.ts';
export { PackageHosts, packageHosts } from './package-hosts.ts';
