import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { RedisAddress } from './redis-address.ts';

test.each([
  ['redis://queue.example', { host: 'queue.example', port: 6379, db: 0 }, 'redis://queue.example:6379'],
  ['redis://:s3cret@q.example:7000/2', { port: 7000, db: 2, password: 's3cret' }, 'redis://q.example:7000/2'],
  ['redis://kim:p%40ss@q.example', { username: 'kim', password: 'p@ss' }, 'redis://q.example:6379'],
  ['rediss://q.example', { tls: { servername: 'q.example' } }, 'rediss://q.example:6379'],
])('%s', (url, entry, shown) => {
  const address = RedisAddress.parse(url);
  expect(address.entry).toMatchObject(entry);
  expect(address.shown).toBe(shown);
});

test.each([
  '',
  'queue.example',
  'http://:s3cret@q.example',
  'redis://',
  'redis://:s3cret@q.example/x',
  'redis://:s3cret%@q.example',
  'redis://:s3cret@q.example?tls=1',
  'redis://:s3cret@q.example:port',
  'kim:s3cret@q.example:6379',
  ':s3cret@q.example',
  'redis:kim:s3cret@q.example',
  'redis//:s3cret@q.example',
  'redis://:s3cret',
  'redis://kim:12#s3cret@q.example',
  'redis://q.example?password=s3cret',
  'redis://q.example?password=p@s3cret',
])('%j is no address, and the complaint shows no password', (url) => {
  const complaint = inspect(thrownBy(url), { depth: 9 });
  expect(complaint).toContain('QUEUE_URL');
  expect(complaint).not.toContain('s3cret');
});

test.each([
  ['queue.example', 'queue.example'],
  ['http://q.example:80/x', 'http://q.example:80/x'],
  ['redis://q.example/x', 'redis://q.example/x'],
  ['kim:s3cret@q.example:6379', ':***@q.example:6379'],
  ['redis://:s3cret@q.example:port', 'redis://:***@q.example:port'],
])('of %j the complaint shows %s', (url, shown) => {
  expect(thrownBy(url)).toMatchObject({ message: expect.stringContaining(`\`${shown}\``) });
});

test.each(['127.0.0.1', '[::1]'])('TLS to %s asks for no server by name', (host) => {
  expect(RedisAddress.parse(`rediss://${host}`).entry.tls).toEqual({});
});

test('no printing of an address shows the password', () => {
  const address = RedisAddress.parse('redis://kim:s3cret@q.example');
  const printed =
    inspect(address, { depth: 9, showHidden: true }) + JSON.stringify(address) + String(address);
  expect(printed).not.toContain('s3cret');
});

function thrownBy(url: string): unknown {
  try {
    return RedisAddress.parse(url);
  } catch (thrown) {
    return thrown;
  }
}
