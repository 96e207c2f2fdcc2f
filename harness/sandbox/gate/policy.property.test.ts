import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyCases } from './cases/bodies.test-support.ts';
import { dangersOf } from './cases/danger.test-support.ts';
import { field, goDecode } from './cases/go-json.test-support.ts';
import { hostConfigCases } from './cases/host-config.test-support.ts';
import { judge } from './cases/judge.test-support.ts';
import { requestCases } from './cases/requests.test-support.ts';
import { readJson } from './json-body.ts';
import { routes } from './routes.ts';

/** A name as an attacker may spell it so that Go still takes it for the field. */
const spelled = (name: string) =>
  fc.constantFrom(
    ...new Set([
      name,
      name,
      name.toLowerCase(),
      name.toUpperCase(),
      name.replace(/s/gi, '\u017f'),
      name.replace(/k/gi, '\u212a'),
      name.replace(/^./, (first) => `\\u00${first.charCodeAt(0).toString(16)}`),
    ]),
  );

const entry = (name: string, value: fc.Arbitrary<string>) =>
  fc.tuple(spelled(name), value).map(([key, text]) => `"${key}":${text}`);
const object = (entries: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(entries, { maxLength }).map((members) => `{${members.join(',')}}`);

const hostEntry = fc.oneof(
  ...hostConfigCases.map(([key, value]) => entry(key, fc.constant(JSON.stringify(value)))),
);
const hostConfig = object(hostEntry, 4);
const createBody = object(
  fc.oneof(
    entry('HostConfig', hostConfig),
    entry('HostConfig', hostConfig),
    entry('Image', fc.constant('"a"')),
    entry('__proto__', hostConfig),
    entry('Labels', fc.json({ maxDepth: 2 })),
    hostEntry,
  ),
  4,
);

describe('container create', () => {
  it('passes on no body that Go reads as something forbidden', () => {
    let passed = 0;
    fc.assert(
      fc.property(createBody, (body) => {
        const { verdict, sent } = judge('POST', '/containers/create', body);
        if (verdict !== 'ok') return;
        passed += 1;
        const decoded = goDecode(sent);
        expect(dangersOf(field(decoded, 'HostConfig'))).toEqual([]);
        // The engine also takes HostConfig's members from the top level when there is no HostConfig.
        expect(dangersOf(decoded ?? null)).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  it('would be caught: the same bodies unchecked do carry forbidden things', () => {
    const dangerous = fc.sample(createBody, { numRuns: 500, seed: 1 }).filter((body) => {
      const decoded = goDecode(body);
      return dangersOf(field(decoded, 'HostConfig')).length > 0;
    });
    expect(dangerous.length).toBeGreaterThan(50);
  });

  it('passes on one spelling only: what was written anew stays as it is', () => {
    fc.assert(
      fc.property(createBody, (body) => {
        const { verdict, sent } = judge('POST', '/containers/create', body);
        if (verdict === 'ok') expect(judge('POST', '/containers/create', sent).sent).toBe(sent);
      }),
    );
  });
});

describe('every body rule', () => {
  const anyJson = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom(...bodyCases.map(({ body }) => body ?? '')),
  );
  it('judges anything without breaking', () => {
    const urls = [...new Set(bodyCases.map(({ url }) => url))];
    fc.assert(
      fc.property(fc.constantFrom(...urls), anyJson, (url, body) => {
        judge('POST', url, body);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads any bytes as strict JSON or not at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { value, refusal } = readJson(Buffer.from(bytes));
        if (refusal === null && bytes.length > 0) expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }),
    );
  });
});

describe('request target', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '%2F',
      '\\',
      ';',
      '#',
      '?',
      '&',
      '=',
      'v1.45',
      'containers',
      'create',
      'json',
    ),
    fc.constantFrom(...routes.map(({ path }) => path.replace(/\{\w+\}/, 'x'))),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  const query = fc.constantFrom(...requestCases.map(({ url }) => url.split('?')[1] ?? ''));
  const url = fc.oneof(
    fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom(...requestCases.map(({ url: known }) => known.split('?')[0] ?? '')),
        fc.array(query, { maxLength: 3 }),
        piece,
      )
      .map(([path, queries, odd]) => `${path}?${queries.join('&')}${odd}`),
  );
  const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'get');

  it('passes on canonical paths of known routes, with queries that mean one thing', () => {
    fc.assert(
      fc.property(method, url, (verb, asked) => {
        const { verdict, target } = judge(verb, asked);
        if (verdict !== 'ok' || target === '') return;
        const [path = '', text = ''] = target.split('?');
        expect(posix.normalize(path)).toBe(path);
        expect(decodeURIComponent(path)).toBe(path);
        expect(text).toMatch(/^[\x21-\x7e]*$/);
        const values = new URLSearchParams(text);
        for (const key of ['networkmode', 'cgroupparent', 'remote', 'fromSrc'])
          expect(values.getAll(key).length).toBeLessThan(2);
        expect(values.get('networkmode')?.toLowerCase()).not.toBe('host');
        expect(values.get('cgroupparent') ?? '').toBe('');
        expect(values.get('remote') ?? '').not.toContain('://');
        expect(values.get('fromSrc') ?? '-').toMatch(/^-?$/);
        expect(judge(verb, target).target).toBe(target);
      }),
      { numRuns: 5_000 },
    );
  });
});
