import { expect, test } from 'vitest';
import { defaultReplayLimits } from '../../sandbox/index.ts';
import { prepareImages } from '../index.ts';
import { nodeImage, outer, sandboxOf } from '../store-for-test.test-support.ts';

/** The exercise's Dockerfile in short, then what apk does with good and bad wishes. */
const script = `printf 'FROM ${nodeImage}\\nRUN apk add --no-cache tini curl\\nENTRYPOINT ["/sbin/tini", "--", "node"]\\n' | docker build -q -t app -
docker run -d --name web app -e 'require("http").createServer((q, s) => s.end("from " + require("os").hostname())).listen(80)'
sleep 1; docker exec web curl -s localhost
docker stop web; docker inspect -f 'exit {{.State.ExitCode}}' web
docker run --rm ${nodeImage} sh -c 'apk add --no-cache nosuch; echo exit $?'
docker run --rm -u node ${nodeImage} sh -c 'apk add curl; echo exit $?'
docker run --rm ${nodeImage} sh -c 'apk update; apk add --virtual .tools curl; curl --version; apk del .tools; test -e /usr/bin/curl || echo gone'
docker run --rm ${nodeImage} sh -c 'addgroup -S app && adduser -S app -G app && su app -s /bin/sh -c id; npm --version'
docker run --rm ${nodeImage} nonsense
`;

test('the stand-in for Node on Alpine does what the real image does', { timeout: 120_000 }, async () => {
  const store = await prepareImages({ docker: outer, images: [nodeImage], progress: () => undefined });
  await using sandbox = await sandboxOf(store, [nodeImage]);
  const signal = AbortSignal.timeout(100_000);
  const { evidence } = await sandbox.replay(script, defaultReplayLimits, signal, () => undefined);
  const said = evidence.commands.map(({ output }) => output.replaceAll('\r', ''));
  expect(said[0]).toContain('sha256:');
  expect(said[2]).toMatch(/^from [0-9a-f]{12}/m);
  expect(said[3]).toContain('exit 143');
  expect(said[4]).toContain(
    'ERROR: unable to select packages:\n  nosuch (no such package):\n    required by: world[nosuch]\nexit 1',
  );
  expect(said[5]).toContain('ERROR: Unable to lock database: Permission denied');
  expect(said[5]).toContain('exit 99');
  expect(said[6]).toMatch(/\(1\/\d\) Installing ca-certificates \(/);
  expect(said[6]).toMatch(/OK: \d+ MiB in \d+ packages/);
  expect(said[6]).toMatch(/^curl 8\./m);
  expect(said[6]).toMatch(/Purging curl[\s\S]*gone$/m);
  expect(said[7]).toMatch(/uid=\d+\(app\) gid=\d+\(app\)/);
  expect(said[7]).toMatch(/^10\.\d+\.\d+$/m);
  expect(said[8]).toContain("Cannot find module '/nonsense'");
});
