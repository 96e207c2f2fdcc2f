import { describe, expect, it } from 'vitest';
import { judge } from './arguments.ts';
import { parseRequest } from './wire.ts';

const layer = '/var/lib/docker/overlay2/abc/merged';

function asked(folder: string, ...command: string[]) {
  const words = ['in-folder', folder, ...command];
  const request = parseRequest(
    Buffer.from(`root ${words.length}\n${words.map((word) => `${word}\0`).join('')}`),
  );
  if ('id' in request) return request.id;
  const judged = judge(request.asker, request.command, request.folder);
  return 'id' in judged
    ? judged.id
    : judged.words.map(({ text, pattern }) => (pattern ? `<${text}>` : text)).join(' ');
}

describe('in a folder that a root shell went to', () => {
  it.each<[expected: string, folder: string, ...command: string[]]>([
    [`ls -l ${layer}`, layer, 'ls', '-l'],
    [`ls ${layer}/etc`, layer, 'ls', 'etc'],
    [`ls /var/lib/docker/overlay2/abc`, layer, 'ls', '..'],
    [`cat ${layer}/my.txt`, layer, 'cat', './my.txt'],
    [`cat <${layer}/*.txt>`, layer, 'cat', '*.txt'],
    [`cat /var/lib/docker/x`, layer, 'cat', '/var/lib/docker/x'],
    [`find ${layer} -name my.txt`, layer, 'find', '-name', 'my.txt'],
    [`find ${layer} -name my.txt`, layer, 'find', '.', '-name', 'my.txt'],
    [`find ${layer}`, layer, 'find'],
    [`grep -r -e text ${layer}/etc`, layer, 'grep', '-r', 'text', 'etc'],
    [`du -sh ${layer}`, layer, 'du', '-sh'],
    ['place', layer, 'cat', '../../../../../../etc/shadow'],
    ['place', layer, 'cat', '/etc/shadow'],
    ['place', '/etc', 'cat', 'shadow'],
    ['place', '/etc', 'ls'],
    ['place', '/var/lib/docker/../../../etc', 'ls'],
    ['place', '', 'cat', 'shadow'],
    ['place', 'x', 'cat', 'shadow'],
    ['operand-missing', layer, 'cat'],
    ['log-file', layer, 'truncate', '-s', '0', 'my.txt'],
    ['not-offered', layer, 'in-folder', layer, 'ls'],
    ['not-offered', layer, 'rm', 'my.txt'],
  ])('%s: %s %s', (expected, folder, ...command) => {
    expect(asked(folder, ...command)).toBe(expected);
  });

  it('is no command of its own', () => {
    expect(parseRequest(Buffer.from('root 2\nin-folder\0/var/lib/docker\0'))).toMatchObject({
      id: 'request-form',
    });
  });
});
