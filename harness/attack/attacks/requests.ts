import { type Attack, gotThrough } from '../attack.ts';

const effect = 'a privileged container exists';

const http = (id: string, title: string, script: string, extra: Partial<Attack> = {}): Attack => ({
  ...{ id, from: 'http', title, expected: 'refused', effect, script, ...extra },
});

const curl = 'curl -s --max-time 8 --path-as-is --unix-socket $GATE -H Content-Type:application/json';
/** Creates a container from a JSON text in which `$IMG` and `$ID` are filled in. */
const create = (members: string, path = 'http://d/v1.45/containers/create?name=$ID') =>
  `printf '{"Image":"%s","Cmd":["id"]%s}' $IMG '${members}' | ${curl} --data-binary @- "${path}"`;

/** Requests to the gate that two readers could read differently. */
export const requestAttacks: Attack[] = [
  http(
    'keys-lower-case',
    'a key in lower case, which Go would take',
    create(',"hostconfig":{"privileged":true}'),
  ),
  http(
    'inner-key-lower-case',
    'a key of HostConfig in lower case',
    create(',"HostConfig":{"privileged":true}'),
  ),
  http(
    'key-unicode-fold',
    'a key with a letter that Unicode folds to another',
    create(',"HoſtConfig":{"Privileged":true}'),
  ),
  http('key-escaped', 'a key written with escapes', create(',"\\u0048ostConfig":{"Privile\\u0067ed":true}')),
  http(
    'keys-twice',
    'the same key twice: one for the gate, one for the engine',
    `${create(',"HostConfig":{"Privileged":true},"HostConfig":{}')}; docker inspect -f '{{.HostConfig.Privileged}}' $ID | grep true && ${gotThrough}; docker rm -f $ID`,
    { expected: 'contained' },
  ),
  http(
    'key-proto',
    'members hidden in `__proto__`',
    create(',"__proto__":{"HostConfig":{"Privileged":true}},"HostConfig":{"__proto__":{"Privileged":true}}'),
  ),
  http(
    'json-utf16',
    'a body in another encoding',
    `printf '{"Image":"%s","HostConfig":{"Privileged":true}}' $IMG | perl -pe 's/(.)/$1\\0/g; print "\\377\\376" if $. == 1' | ${curl} --data-binary @- "http://d/containers/create?name=$ID"`,
  ),
  http(
    'json-two-values',
    'a second JSON value behind the first',
    `printf '{"Image":"%s"}{"HostConfig":{"Privileged":true}}' $IMG | ${curl} --data-binary @- "http://d/containers/create?name=$ID"`,
  ),
  http(
    'json-deep',
    'JSON nested a hundred thousand levels deep',
    `perl -e 'print "{\\"HostConfig\\":" x 100000' | ${curl} --data-binary @- "http://d/containers/create?name=$ID"`,
  ),
  http(
    'masked-paths',
    'the masked paths of /proc laid bare',
    create(',"HostConfig":{"MaskedPaths":[],"ReadonlyPaths":[]}'),
  ),
  http(
    'start-with-config',
    'rights given at the start, as old engines took them',
    `docker create --name late $IMG true; ${curl} -d '{"Privileged":true}' http://d/v1.18/containers/late/start; docker inspect -f '{{.HostConfig.Privileged}}' late | grep true && ${gotThrough}`,
  ),
  http(
    'path-double-slash',
    'a path with a doubled slash',
    create(',"HostConfig":{"Privileged":true}', 'http://d//containers/create?name=$ID'),
  ),
  http(
    'path-encoded',
    'a path with an encoded letter',
    create(',"HostConfig":{"Privileged":true}', 'http://d/containers/%63reate?name=$ID'),
  ),
  http(
    'path-dots',
    'a path with dot segments',
    create(',"HostConfig":{"Privileged":true}', 'http://d/images/../containers/create?name=$ID'),
  ),
  http(
    'request-absolute',
    'a request line with a whole address',
    `${curl} --request-target http://d/v1.45/plugins http://d/ | grep '^\\[' && ${gotThrough}`,
    { effect: 'the list of plugins is answered' },
  ),
  http(
    'query-twice',
    'a query key twice, for a build on the host network',
    `printf 'FROM %s\\nRUN cat /proc/net/unix\\n' $IMG > Dockerfile; tar -c Dockerfile | ${curl} -H Content-Type:application/x-tar --data-binary @- "http://d/build?networkmode=host&networkmode=default&t=$ID"`,
    { effect: 'the image exists' },
  ),
  http(
    'form-body',
    'a build described in a form instead of the query',
    `curl -s --unix-socket $GATE -H 'Content-Type: application/x-www-form-urlencoded' -d "networkmode=host&t=$ID" 'http://d/build?remote=http://127.0.0.1:1/x'`,
    { effect: 'the image exists' },
  ),
  http(
    'header-injection',
    'a header hidden in a query value',
    `${curl} -X POST "http://d/containers/den/rename?name=x%0d%0aHost:%20x%0d%0a%0d%0aGET%20/plugins%20HTTP/1.1" | grep '^\\[' && ${gotThrough}`,
    { effect: 'the engine answers twice' },
  ),
  http(
    'attach-websocket',
    'a WebSocket into a container',
    `${curl} -N -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==' -H 'Sec-WebSocket-Version: 13' -i 'http://d/v1.45/containers/den/attach/ws?stream=1' | grep ' 101 ' && ${gotThrough}`,
    { effect: 'the connection is upgraded' },
  ),
  http(
    'http2-at-once',
    'HTTP/2 without an upgrade',
    `curl -s --http2-prior-knowledge --max-time 3 --unix-socket $GATE http://d/plugins | grep '^\\[' && ${gotThrough}`,
    { effect: 'the list of plugins is answered' },
  ),
  http(
    'body-large',
    'a JSON body of three megabytes',
    `head -c 3000000 /dev/zero | tr '\\0' a | ${curl} --data-binary @- "http://d/containers/create?name=$ID" | head -c 300`,
  ),
  http(
    'headers-large',
    'headers of a megabyte',
    `head -c 1000000 /dev/zero | tr '\\0' a > big; { printf 'GET /plugins HTTP/1.1\\r\\nHost: d\\r\\nX: '; cat big; printf '\\r\\n\\r\\n'; } | timeout 3 socat - UNIX-CONNECT:$GATE | grep '^\\[' && ${gotThrough}`,
    { effect: 'the list of plugins is answered' },
  ),
  http(
    'connections',
    'five hundred connections that send half a request each',
    `perl -MSocket -e 'for (1..500) { socket(my $s, AF_UNIX, SOCK_STREAM, 0) or last; connect($s, sockaddr_un($ENV{GATE})) or next; syswrite($s, "POST /containers/create HTTP/1.1\\r\\nHost: d\\r\\nContent-Le"); push @all, $s } sleep 1'
docker version >/dev/null || ${gotThrough}`,
    { expected: 'contained', effect: 'the gate answers nobody afterwards' },
  ),
  http(
    'body-endless',
    'an upload that never ends',
    `(timeout 2 cat /dev/zero | ${curl} -H Transfer-Encoding:chunked -H Content-Type:application/x-tar --data-binary @- http://d/images/load | head -c 200) & docker version >/dev/null || ${gotThrough}; wait`,
    { expected: 'contained', effect: 'the gate answers nobody meanwhile' },
  ),
  http(
    'forged-record',
    'line breaks and escapes in a path, to forge the record of requests',
    `${curl} "http://d/containers/x%0a2026-01-01%20POST%20/build%20200/json"; printf 'GET /containers/\\033[2Jx/json HTTP/1.1\\r\\nHost: d\\r\\n\\r\\n' | timeout 1 socat -t 1 - UNIX-CONNECT:$GATE`,
    {
      effect: 'the record holds a request that was not made, or a control character',
      after: async ({ timeline }) =>
        timeline.calls.some(({ path }) => /\p{Cc}/u.test(path))
          ? 'a control character in the record'
          : undefined,
    },
  ),
];
