/** Where builds and containers of an engine with packages find the way to the mirrors: an address of its bridge. */
export const packageProxy = { address: '172.17.0.1', port: 3128 };

const url = `http://${packageProxy.address}:${packageProxy.port}`;
/** Containers reach each other by address without the proxy; Go and curl understand ranges, others the names. */
const direct = 'localhost,127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16';

/** The Docker CLI's own setting (`proxies` in config.json): it hands these to builds and to new containers. */
export const packageProxySettings = {
  proxies: { default: { httpProxy: url, httpsProxy: url, noProxy: direct } },
};

/** The variables that the CLI makes of it (docs.docker.com, "Use a proxy server with the Docker CLI"). */
const injected = new Map([
  ['HTTP_PROXY', url],
  ['http_proxy', url],
  ['HTTPS_PROXY', url],
  ['https_proxy', url],
  ['NO_PROXY', direct],
  ['no_proxy', direct],
]);

/** Whether a variable came from the sandbox and not from the student: the same name with the very same value. */
export function isInjected(name: string, value: string): boolean {
  return injected.get(name) === value;
}
