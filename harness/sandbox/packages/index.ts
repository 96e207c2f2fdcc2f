export { dockerSettings, forwarder, withoutForwarder } from './forwarder.ts';
export { PackageGateway } from './gateway.ts';
export { defaultPackageHosts, PackageHosts, packageHosts } from './package-hosts.ts';
