import type { Attack } from '../attack.ts';

const http = (id: string, title: string, script: string): Attack => ({
  ...{ id, from: 'http', title, expected: 'refused', effect: 'a privileged container exists', script },
});

/** Bytes as they are, answered within three seconds. */
const raw = (bytes: string) => `evil="{\\"Image\\":\\"$IMG\\",\\"HostConfig\\":{\\"Privileged\\":true}}"
smuggled="POST /v1.45/containers/create?name=$ID HTTP/1.1\\r\\nHost: d\\r\\nContent-Type: application/json\\r\\nContent-Length: \${#evil}\\r\\n\\r\\n$evil"
{ printf "${bytes}"; sleep 0.3; } | timeout 3 socat -t 1 - UNIX-CONNECT:$GATE | head -c 2000`;
const smuggled = '$smuggled';
const upgrade = (target: string, protocol: string, body = '') =>
  raw(
    `POST /v1.45/${target} HTTP/1.1\\r\\nHost: d\\r\\nConnection: Upgrade\\r\\nUpgrade: ${protocol}\\r\\n${body === '' ? '' : `Content-Type: application/json\\r\\nContent-Length: ${body.replaceAll('\\', '').length}\\r\\n`}\\r\\n${body}${smuggled}`,
  );

/** A second request that the gate takes for a part of the first. */
export const smugglingAttacks: Attack[] = [
  http(
    'smuggle-exec-missing',
    'a second request behind the upgrade of an exec that is not there',
    upgrade('exec/nosuch/start', 'tcp', '{}'),
  ),
  http(
    'smuggle-attach-missing',
    'a second request behind the attach to a container that is not there',
    upgrade('containers/nosuch/attach?stream=1', 'tcp'),
  ),
  http(
    'smuggle-attach-bad',
    'a second request behind an attach that the engine turns down',
    upgrade('containers/den/attach?stream=zz&stdin=1&detachKeys=bad-keys', 'tcp'),
  ),
  http(
    'smuggle-detached',
    'a second request behind a detached exec, which switches to nothing',
    `EX=$(curl -s --unix-socket $GATE -H Content-Type:application/json -d '{"Cmd":["true"]}' http://d/v1.45/containers/den/exec | cut -d'"' -f4)
${upgrade('exec/$EX/start', 'tcp', '{\\"Detach\\":true}')}`,
  ),
  http(
    'smuggle-session',
    "a second request behind the upgrade to BuildKit's session",
    upgrade('session', 'h2c'),
  ),
  http('smuggle-grpc', "a second request behind the upgrade to BuildKit's gRPC", upgrade('grpc', 'h2c')),
  http('smuggle-other-upgrade', 'an upgrade where there is none', upgrade('containers/create', 'tcp', '{}')),
  http(
    'smuggle-pipelined',
    'a second request behind the first one',
    raw(`GET /_ping HTTP/1.1\\r\\nHost: d\\r\\n\\r\\n${smuggled}`),
  ),
  http(
    'smuggle-length-and-chunks',
    'a body with a length and chunks',
    raw(
      `POST /v1.45/containers/create HTTP/1.1\\r\\nHost: d\\r\\nContent-Type: application/json\\r\\nContent-Length: 4\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n${smuggled}`,
    ),
  ),
  http(
    'smuggle-two-lengths',
    'a body with two lengths',
    raw(
      `POST /v1.45/containers/create HTTP/1.1\\r\\nHost: d\\r\\nContent-Length: 2\\r\\nContent-Length: 0\\r\\n\\r\\n{}${smuggled}`,
    ),
  ),
  http(
    'smuggle-folded-header',
    'a header folded over two lines',
    raw(
      `POST /v1.45/containers/create HTTP/1.1\\r\\nHost: d\\r\\nX: y\\r\\n Transfer-Encoding: chunked\\r\\nContent-Length: 2\\r\\n\\r\\n{}${smuggled}`,
    ),
  ),
];
