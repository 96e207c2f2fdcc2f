import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayForTest } from './gateway.test-support.ts';

const before = getCACertificates('default');
let folder: string;
let port: number;
const server = { close: () => undefined as unknown };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encrypted-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=mirror.test', '-addext', 'subjectAltName=DNS:mirror.test'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  await promisify(execFile)('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert]);
  const mirror = createServer({ key: await readFile(key), cert: await readFile(cert) }, (request, response) =>
    response.end(`encrypted ${request.url}`),
  ).listen(0, '127.0.0.1');
  await once(mirror, 'listening');
  port = (mirror.address() as AddressInfo).port;
  server.close = () => mirror.close();
  setDefaultCACertificates([...before, await readFile(cert, 'utf8')]);
});

afterAll(async () => {
  setDefaultCACertificates(before);
  server.close();
  await rm(folder, { recursive: true });
});

const get = (host: string) => `GET https://${host}/a HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

it('encrypts a request that names https, as BusyBox’s wget sends it to a proxy', async () => {
  const { exchange, gateway } = await gatewayForTest(`mirror.test:${port}!private`);
  expect(await exchange(get(`mirror.test:${port}`))).toMatch(/encrypted \/a$/);
  expect(gateway.remarks).toEqual([]);
});

it('does not believe a mirror whose certificate is for another name', async () => {
  const { exchange, gateway } = await gatewayForTest(`other.test:${port}!private`);
  expect(await exchange(get(`other.test:${port}`))).toMatch(/^HTTP\/1\.1 502 /);
  expect(gateway.remarks[0]?.text.en).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
});
