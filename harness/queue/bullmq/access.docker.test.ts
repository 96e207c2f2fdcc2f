import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { RedisServer } from '../../testing/redis-server.ts';
import { gradeThrough, openQueue } from './testing/grade-through.ts';
import { Kept, SomeJobs } from './testing/some-jobs.ts';
import { StartedWorker } from './testing/started-worker.ts';

test('a password is used and never shown', async () => {
  const password = 's3cret:p@ss/word';
  await using server = await RedisServer.start({ password });
  await using work = await SomeJobs.write(['score 1']);
  await using worker = new StartedWorker({ url: server.url, name: 'inside' });
  const [kept, said]: [Kept, string[]] = [new Kept(), []];
  await gradeThrough({ url: server.url, run: 'password', said }, work, kept);
  expect(kept.scores).toEqual({ 'student-000/smoke': 1 });

  const wrong = [server.url.replace('s3cret', 'other'), server.url.replace(/\/\/.*@/, '//')];
  const shown = [worker.said, ...said];
  for (const url of wrong) {
    const thrown = await openQueue(url, 'wrong').catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: 'UsageError', code: 'QUEUE_REFUSED' });
    shown.push(inspect(thrown, { depth: 9, showHidden: true }), JSON.stringify(thrown));
  }
  expect(shown.join('\n')).not.toMatch(/s3cret|p@ss|p%40ss|other:|other%3A/);
});

test('TLS: a trusted certificate is spoken to, another is refused with what to do', async () => {
  await using server = await RedisServer.start({ tls: true, password: 'hush' });
  await expect(openQueue(server.url, 'tls')).rejects.toMatchObject({
    code: 'QUEUE_UNREACHABLE',
    message: expect.stringContaining('self-signed certificate'),
    hint: { en: expect.stringContaining('NODE_EXTRA_CA_CERTS') },
  });
  const env = { NODE_EXTRA_CA_CERTS: server.certificate ?? '' };
  await using worker = new StartedWorker({ url: server.url, name: 'trusting' }, env);
  const waited = Promise.race([
    worker.ended(),
    new Promise((resolve) => setTimeout(resolve, 3000, 'serves')),
  ]);
  expect(await waited).toBe('serves');
  worker.kill('SIGTERM');
  await worker.ended();
  expect(worker.said).toContain('end {"kind":"drained"}');
});

test('a user who may touch nothing but our own keys is enough', async () => {
  await using server = await RedisServer.start();
  const client = server.client();
  const rights = ['~drydock:*', '&drydock:*', '+@all', '-@admin', '-@dangerous', '+info'];
  await client.acl('SETUSER', 'drydock', 'on', '>s3cret', ...rights);
  client.disconnect();
  const url = server.url.replace('//', '//drydock:s3cret@');
  await using work = await SomeJobs.write(['score 1', 'machine fails']);
  await using _worker = new StartedWorker({ url, name: 'narrow' });
  const kept = new Kept();
  const letters = await gradeThrough({ url, run: 'narrow' }, work, kept);
  expect(kept.scores).toEqual({ 'student-000/smoke': 1, 'student-001/smoke': null });
  expect(letters).toHaveLength(1);
});

test('a Redis that is not there is told at once', async () => {
  await expect(openQueue('redis://127.0.0.1:1', 'nobody')).rejects.toMatchObject({
    name: 'UsageError',
    code: 'QUEUE_UNREACHABLE',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

test('a database that Redis does not have is refused: no other is used in its place', async () => {
  await using server = await RedisServer.start();
  await expect(openQueue(`${server.url}/99`, 'nowhere')).rejects.toMatchObject({
    code: 'QUEUE_REFUSED',
    message: expect.stringContaining('DB index is out of range'),
  });
  await using work = await SomeJobs.write(['score 1']);
  await using _worker = new StartedWorker({ url: `${server.url}/3`, name: 'third' });
  const kept = new Kept();
  await gradeThrough({ url: `${server.url}/3`, run: 'third' }, work, kept);
  expect(kept.scores).toEqual({ 'student-000/smoke': 1 });
});
