import { describe, expect, it } from 'vitest';
import { bodyRules } from './body-rules.ts';
import { bodyCases } from './cases/bodies.test-support.ts';
import { hostConfigCases } from './cases/host-config.test-support.ts';
import { judge } from './cases/judge.test-support.ts';
import { requestCases } from './cases/requests.test-support.ts';
import { hostConfigMembers } from './host-config.ts';
import { type RefusalId, refusalIds, refusalMessage } from './refusal.ts';
import { readTarget } from './request-target.ts';
import { routes } from './routes.ts';

const requests = [...requestCases, ...bodyCases];

/** Reasons that only a connection can give; the wire tests produce them. */
const onTheWire: readonly RefusalId[] = [
  'json-size',
  'body-time',
  'body-cut',
  'upload-size',
  'upload-time',
  'upgrade',
  'upgrade-chunked',
  'pipelining',
  'expectation',
];

describe('policy', () => {
  it.each(requests)('$method $url $body: $verdict', ({ method, url, body, verdict }) => {
    expect(judge(method, url, body).verdict).toBe(verdict);
  });

  it.each(hostConfigCases)('HostConfig.%s = %j: %s', (key, value, verdict) => {
    const body = JSON.stringify({ Image: 'a', HostConfig: { [key]: value } });
    expect(judge('POST', '/containers/create', body).verdict).toBe(verdict);
  });

  it('has a case for every member of HostConfig', () => {
    const tried = new Set(hostConfigCases.map(([key]) => key));
    expect(Object.keys(hostConfigMembers).filter((key) => !tried.has(key))).toEqual([]);
  });

  it('has an allowed case for every method of every route', () => {
    const tried = new Set(
      requests
        .filter(({ verdict }) => verdict === 'ok')
        .map(({ method, url }) => `${method} ${readTarget(method, url).target?.route.path}`),
    );
    const offered = routes.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`));
    expect(offered.filter((request) => !tried.has(request))).toEqual([]);
  });

  it('has a case for every reason to refuse', () => {
    const given = new Set<string>([
      ...requests.map(({ verdict }) => verdict),
      ...hostConfigCases.map(([, , verdict]) => verdict),
      ...onTheWire,
    ]);
    // Bytes that are no UTF-8 cannot be spelled in a case; json-body.test.ts has them.
    expect(refusalIds.filter((id) => !given.has(id))).toEqual(['json-encoding']);
  });

  it('writes what it passes on anew, with the meaning that was checked', () => {
    const twice = '{"Image":"a","HostConfig":{"Privileged":true},"HostConfig":{}}';
    expect(judge('POST', '/containers/create', twice).sent).toBe('{"Image":"a","HostConfig":{}}');
    const outputs = encodeURIComponent('[{"Type":"oci","Type":"local"}]');
    const { target } = judge('POST', `/build?outputs=${outputs}`);
    expect(new URLSearchParams(target.split('?')[1]).get('outputs')).toBe('[{"Type":"local"}]');
    expect(judge('POST', '/containers/web/start', '{}').sent).toBe('');
  });

  it('says what is refused, why, and what to use instead', () => {
    const refusal = bodyRules.execCreate.check({ Privileged: true }, '');
    expect(refusal && refusalMessage(refusal)).toBe(
      'drydock: Privileged=true is refused; this is a limit of the grading sandbox, not of Docker. ' +
        'Run the command without `--privileged`.',
    );
  });
});
