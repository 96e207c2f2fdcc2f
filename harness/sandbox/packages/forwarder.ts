/** Where builds find the way to the mirrors: an address of the engine's default bridge. */
export const forwarder = { address: '172.17.0.1', port: 3128 };

const url = `http://${forwarder.address}:${forwarder.port}`;
const direct = 'localhost,127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16';

/**
 * Settings of the student's Docker CLI (`proxies` in config.json). It hands them to builds as build arguments that
 * leave no trace in the image, and to new containers as variables, which the gate takes out again.
 */
export const dockerSettings = {
  proxies: { default: { httpProxy: url, httpsProxy: url, noProxy: direct } },
};

/** The variables that the CLI makes of them (docker CLI 28.2 and 26.1). */
const injected = new Set(
  [`HTTP_PROXY=${url}`, `HTTPS_PROXY=${url}`, `NO_PROXY=${direct}`].flatMap((variable) => {
    const [name = '', value] = variable.split('=');
    return [variable, `${name.toLowerCase()}=${value}`];
  }),
);

/**
 * The body of `POST /containers/create` without the variables that the CLI added for the sandbox. With them, BusyBox's
 * wget, which knows no `no_proxy`, would ask the gateway for the container's own `localhost`: health checks would fail.
 */
export function withoutForwarder(body: unknown): unknown {
  const { Env: variables } = (body ?? {}) as { Env?: unknown };
  if (!Array.isArray(variables)) return body;
  return { ...(body as object), Env: variables.filter((variable) => !injected.has(variable)) };
}
