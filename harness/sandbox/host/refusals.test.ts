import { describe, expect, it } from 'vitest';
import { type Asker, judge } from './arguments.ts';
import { type HostRefusalId, hostRefusalIds, hostRefusalMessage } from './refusal.ts';
import { serviceRequest } from './systemctl.ts';
import { parseRequest, wireLimits } from './wire.ts';

const log = '/var/lib/docker/containers/abc/abc-json.log';
const many = Array(65).fill('/var/lib/docker');

/** Reason, who asks, and what is asked. */
const refused: [HostRefusalId, Asker, ...string[]][] = [
  ['not-offered', 'sudo', 'rm', '-rf', '/var/lib/docker'],
  ['not-offered', 'sudo', 'sh', '-c', 'id'],
  ['not-offered', 'sudo', 'nsenter', '-t', '1', '-a'],
  ['not-offered', 'sudo', '__proto__'],
  ['not-offered', 'sudo', 'constructor'],
  ['not-offered', 'sudo', '/bin/ls', '/var/lib/docker'],
  ['not-offered', 'sudo', ''],
  ['root-needed', 'user', 'cat', log],
  ['root-needed', 'user', 'lsns'],
  ['option', 'sudo', 'ls', '-l', '--time-style=+%s', '/var/lib/docker'],
  ['option', 'sudo', 'ls', '--constructor', '/var/lib/docker'],
  ['option', 'sudo', 'tail', '-f', log],
  ['option', 'sudo', 'find', '/var/lib/docker', '-exec', 'sh', ';'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-name', 'x', '-delete'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-fprint', '/etc/x'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-fprintf', '/etc/x', 'x'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-fls', '/etc/x'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-ok', 'rm', ';'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-execdir', 'rm', ';'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-files0-from', '/etc/passwd'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-newer', '/etc/passwd'],
  ['option', 'sudo', 'find', '/var/lib/docker', '-not', '/etc'],
  ['option', 'sudo', 'find', '-L', '/var/lib/docker'],
  ['option', 'sudo', 'du', '--files0-from=/etc/passwd', '/var/lib/docker'],
  ['option', 'sudo', 'wc', '--files0-from=/etc/passwd', '/var/lib/docker'],
  ['option', 'sudo', 'grep', '-f', '/etc/passwd', log],
  ['option', 'sudo', 'truncate', '-r', '/etc/passwd', log],
  ['option', 'sudo', 'ps', '-N'],
  ['option', 'sudo', 'df', '--sync'],
  ['option-value', 'sudo', 'truncate', '-s', '10G', log],
  ['option-value', 'sudo', 'truncate', '--size=+1', log],
  ['option-value', 'sudo', 'truncate', log, '-s'],
  ['option-value', 'sudo', 'ls', '--all=x', '/var/lib/docker'],
  ['option-value', 'sudo', 'head', '-n', '1;id', log],
  ['option-value', 'sudo', 'find', '/var/lib/docker', '-type', 'f -delete'],
  ['option-value', 'sudo', 'lsns', '-p', '1/../2'],
  ['option-value', 'sudo', 'ps', '-p', '1\n2'],
  ['operand-missing', 'sudo', 'cat'],
  ['operand-missing', 'sudo', 'find'],
  ['operand-missing', 'sudo', 'grep', 'x'],
  ['operand-count', 'sudo', 'ls', ...many],
  ['place', 'sudo', 'cat', '/etc/shadow', '/var/lib/docker/x'],
  ['place', 'sudo', 'cat', '/var/lib/docker/../../../etc/shadow'],
  ['place', 'sudo', 'cat', '/var/lib/dockerx/y'],
  ['place', 'sudo', 'cat', 'var/lib/docker/x'],
  ['place', 'sudo', 'cat', '-'],
  ['place', 'sudo', 'cat', '--', '/run/drydock/docker.sock'],
  ['place', 'root', 'ls', '/var/lib/docker/../*'],
  ['place', 'sudo', 'ls', `/var/lib/docker/${'x'.repeat(5000)}`],
  ['place', 'sudo', 'find', '/var/lib/docker', '/proc/1'],
  ['place', 'sudo', 'df', '/run/drydock'],
  ['place', 'sudo', 'ps', 'auxe'],
  ['place', 'sudo', 'lsns', '/proc'],
  ['pattern', 'root', 'cat', '/var/lib/docker/*/$(id)'],
  ['pattern', 'root', 'cat', '/var/lib/docker/[a-z]*'],
  ['pattern', 'root', 'cat', '/var/lib/docker/* /etc/*'],
  ['log-file', 'sudo', 'truncate', '-s', '0', '/var/lib/docker/image/overlay2/repositories.json'],
  ['log-file', 'sudo', 'truncate', '-s', '0', '/var/lib/docker/overlay2/a/diff/abc-json.log'],
  ['log-file', 'sudo', 'truncate', '-s', '0', '/var/lib/docker/containers/a/b/c-json.log'],
  ['log-file', 'root', 'truncate', '-s', '0', '/var/lib/docker/*/*/*-json.log'],
  ['log-file', 'sudo', 'truncate', '-s', '0', '/var/lib/docker/containers/a/../../x-json.log'],
];

const refusedServices: [HostRefusalId, ...string[]][] = [
  ['unit', 'systemctl', 'restart', 'containerd'],
  ['unit', 'systemctl', 'restart', 'docker', 'ssh'],
  ['unit', 'systemctl', 'stop'],
  ['unit', 'service', 'ssh', 'restart'],
  ['unit', 'service'],
  ['unit', 'journalctl'],
  ['unit', 'journalctl', '-u', '../docker'],
  ['action', 'systemctl', 'edit', 'docker'],
  ['action', 'systemctl', 'reload', 'docker'],
  ['action', 'systemctl', 'mask', 'docker'],
  ['action', 'systemctl', 'toString', 'docker'],
  ['action', 'service', 'docker', 'restart', 'now'],
  ['action', 'systemctl'],
  ['option', 'systemctl', '--root=/x', 'restart', 'docker'],
  ['option', 'systemctl', '-H', 'host', 'restart', 'docker'],
  ['option', 'journalctl', '-fu', 'docker'],
  ['option', 'journalctl', '-D', '/etc', '-u', 'docker'],
  ['option-value', 'journalctl', '-u', 'docker', '-n', 'x'],
];

const refusedRequests: [HostRefusalId, string | Buffer][] = [
  ['request-form', ''],
  ['request-form', 'sudo 1'],
  ['request-form', 'harness 1\nls\0'],
  ['request-form', 'sudo 0\n'],
  ['request-form', 'sudo -1\n'],
  ['request-form', 'sudo 2\nls\0'],
  ['request-form', 'sudo 1\nls'],
  ['request-form', `sudo ${wireLimits.words + 1}\n${'a\0'.repeat(wireLimits.words + 1)}`],
  ['argument-form', Buffer.concat([Buffer.from('sudo 2\ncat\0/var/'), Buffer.from([0xff, 0xc0, 0])])],
];

/** These need a connection: see wire.test.ts. */
const onTheWire: HostRefusalId[] = ['request-size', 'request-time', 'connections'];

describe('what the host refuses', () => {
  it.each(refused)('%s: %s %s', (id, asker, ...command) => {
    expect(judge(asker, command)).toMatchObject({ id });
  });

  it.each(refusedServices)('%s: %s', (id, ...command) => {
    expect(serviceRequest(command)).toMatchObject({ id });
  });

  it.each(refusedRequests)('%s: %j', (id, bytes) => {
    expect(parseRequest(Buffer.from(bytes))).toMatchObject({ id });
  });

  it('is listed here for every reason there is', () => {
    const shown = new Set([...refused, ...refusedServices, ...refusedRequests].map(([id]) => id));
    expect([...shown, ...onTheWire].sort()).toEqual([...hostRefusalIds].sort());
  });

  it('says what was asked, printable and short, and what to use', () => {
    const refusal = judge('sudo', ['rm', `\x1b]0;${'x'.repeat(500)}`]);
    expect('id' in refusal && hostRefusalMessage(refusal)).toMatch(
      /^drydock: ‘rm’ on the host is refused; this is a limit .* `docker rm` removes/,
    );
    const place = judge('sudo', ['cat', `/etc/\x1b[2J\n${'x'.repeat(500)}`]);
    const said = 'id' in place ? hostRefusalMessage(place) : '';
    expect(said).not.toMatch(/\p{Cc}/u);
    expect(said.length).toBeLessThan(400);
  });
});

describe('what the host runs', () => {
  const words = (asker: Asker, ...command: string[]) => {
    const judged = judge(asker, command);
    return 'id' in judged ? judged : judged.words.map(({ text, pattern }) => (pattern ? `<${text}>` : text));
  };

  it.each<[Asker, string[], string[]]>([
    ['sudo', ['ls', '-lah', '/var/lib/docker/'], ['ls', '-lah', '/var/lib/docker/']],
    ['sudo', ['ls', '/var/lib/docker/*'], ['ls', '/var/lib/docker/*']],
    ['root', ['ls', '/var/lib/docker/*'], ['ls', '</var/lib/docker/*>']],
    ['sudo', ['cat', '/var//lib/./docker/a/../b'], ['cat', '/var/lib/docker/b']],
    ['sudo', ['truncate', log, '-s', '0'], ['truncate', '-s', '0', log]],
    ['sudo', ['truncate', '-s0', log], ['truncate', '-s0', log]],
    ['sudo', ['truncate', '--size', '0', log], ['truncate', '--size=0', log]],
    ['sudo', ['head', '-5', log], ['head', '-5', log]],
    ['sudo', ['tail', '-n', '5', log], ['tail', '-n', '5', log]],
    ['sudo', ['grep', '-r', '--', '-x', '/var/lib/docker'], ['grep', '-r', '-e', '-x', '/var/lib/docker']],
    [
      'root',
      ['find', '/var/lib/docker/over*', '(', '-name', '*.txt', '-o', '-type', 'l', ')', '-ls'],
      ['find', '</var/lib/docker/over*>', '(', '-name', '*.txt', '-o', '-type', 'l', ')', '-ls'],
    ],
    [
      'sudo',
      ['find', '/var/lib/docker', '-name', '-delete'],
      ['find', '/var/lib/docker', '-name', '-delete'],
    ],
    ['user', ['ps', '-ef'], ['ps', '-ef']],
    ['user', ['ps', '-eo', 'pid,cmd', '--sort=-pid'], ['ps', '-eo', 'pid,cmd', '--sort=-pid']],
    ['sudo', ['ps', 'auxf'], ['ps', 'auxf']],
    ['sudo', ['lsns', '-t', 'pid'], ['lsns', '-t', 'pid']],
    ['user', ['df', '-h', '/var/lib/docker'], ['df', '-h', '/var/lib/docker']],
  ])('%s: %j', (asker, command, expected) => {
    expect(words(asker, ...command)).toEqual(expected);
  });

  it('knows the spellings of the service', () => {
    expect(serviceRequest(['systemctl', 'restart', 'docker.service'])).toEqual({ action: 'restart' });
    expect(serviceRequest(['systemctl', '--no-pager', '-l', 'status', 'docker'])).toEqual({
      action: 'status',
    });
    expect(serviceRequest(['systemctl', 'enable', '--now', 'docker'])).toEqual({
      action: 'enable',
      now: true,
    });
    expect(serviceRequest(['systemctl', 'daemon-reload'])).toEqual({ action: 'daemon-reload' });
    expect(serviceRequest(['service', 'docker', 'stop'])).toEqual({ action: 'stop' });
    expect(serviceRequest(['journalctl', '-xeu', 'docker', '-n20'])).toEqual({
      action: 'journal',
      lines: 20,
    });
    expect(serviceRequest(['journalctl', '--unit=docker', '--lines=3'])).toEqual({
      action: 'journal',
      lines: 3,
    });
    expect(serviceRequest(['ls'])).toBeUndefined();
  });
});
