import { expect, it } from 'vitest';
import { dockerSettings, withoutForwarder } from './forwarder.ts';

const { httpProxy, noProxy } = dockerSettings.proxies.default;

it('takes the CLI’s own variables out of a new container and leaves the student’s', () => {
  const own = ['A=1', 'HTTP_PROXY=http://proxy.example:3128', 'http_proxy=', 'NO_PROXY=localhost', 'PROXY'];
  const added = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'].map(
    (name) => `${name}=${httpProxy}`,
  );
  const Env = [...own, ...added, `NO_PROXY=${noProxy}`, `no_proxy=${noProxy}`];
  expect(withoutForwarder({ Image: 'a', Env })).toEqual({ Image: 'a', Env: own });
});

it.each([undefined, null, {}, { Env: null }, { Image: 'a' }])('leaves %j as it is', (body) => {
  expect(withoutForwarder(body)).toEqual(body);
});
