export { PackageGateway } from './gateway.ts';
export { defaultPackageHosts, PackageHosts, packageHosts } from './package-hosts.ts';
