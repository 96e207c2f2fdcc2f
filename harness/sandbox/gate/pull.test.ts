import { expect, it } from 'vitest';
import { raw, Wire } from './cases/wire.test-support.ts';

const digest = `sha256:${'a'.repeat(64)}`;

/** An engine without a network that has one image. */
async function pulled(query: string, image: unknown = { Id: 'sha256:1', RepoDigests: [] }) {
  await using wire = await Wire.open({
    onRequest: ({ url }, response) => {
      if (url === '/images/ubuntu:16.04/json') response.end(JSON.stringify(image));
      else response.writeHead(url?.endsWith('/json') ? 404 : 500).end('{"message":"network is unreachable"}');
    },
  });
  const answer = await wire.exchange(raw(`POST /v1.45/images/create?${query}`, ['Content-Length: 0']));
  return { answer, reached: wire.reached, record: wire.gate.calls[0] };
}

it.each(['ubuntu', 'docker.io/library/ubuntu', 'index.docker.io/library/ubuntu', 'library/ubuntu'])(
  'finds nothing newer for %s, which the engine has',
  async (name) => {
    const { answer, record } = await pulled(`fromImage=${encodeURIComponent(name)}&tag=16.04`);
    expect(answer).toContain('{"status":"Pulling from library/ubuntu","id":"16.04"}\r\n');
    expect(answer).toContain('{"status":"Status: Image is up to date for ubuntu:16.04"}\r\n');
    expect(record).toMatchObject({ status: 200, error: null, refused: false });
  },
);

it('tells the digest that the image was pulled by, else its id', async () => {
  const query = 'fromImage=ubuntu&tag=16.04';
  const { answer } = await pulled(query, { Id: 'sha256:1', RepoDigests: [`ubuntu@${digest}`] });
  expect(answer).toContain(`Digest: ${digest}"`);
  expect((await pulled(query)).answer).toContain('Digest: sha256:1"');
});

it.each([
  ['another tag', 'fromImage=ubuntu&tag=18.04'],
  ['all tags', 'fromImage=ubuntu'],
  ['a digest', `fromImage=ubuntu&tag=${digest}`],
  ['a way out of the path', 'fromImage=..%2Fubuntu&tag=16.04'],
  ['another registry', 'fromImage=registry.example%3A5000%2Fubuntu&tag=16.04'],
  ['an import', 'fromSrc=-&repo=ubuntu&tag=16.04'],
])('leaves %s to the engine', async (_what, query) => {
  const { answer, reached, record } = await pulled(query);
  expect(answer).toContain('network is unreachable');
  expect(reached.at(-1)).toMatch(/^POST \/v1\.45\/images\/create\?/);
  expect(record).toMatchObject({ status: 500, error: 'network is unreachable' });
});

it.each([null, 7, { Id: 7 }, { Id: null, RepoDigests: 7 }])('is not misled by %j', async (image) => {
  const { answer } = await pulled('fromImage=ubuntu&tag=16.04', image);
  expect(answer).toContain('network is unreachable');
});
