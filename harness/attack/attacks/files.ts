import type { Aftermath, Attack } from '../attack.ts';

/** A file that the script makes in the workspace, and what the harness must not read from it. */
const file = (
  id: string,
  title: string,
  script: string,
  expected: Attack['expected'] = 'refused',
): Attack => ({
  ...{ id, from: 'container', title, expected, effect: 'the harness reads a canary file, or waits for it' },
  script,
  after: ({ sandbox }) => read(sandbox, id),
});

async function read(sandbox: Aftermath['sandbox'], path: string): Promise<string | undefined> {
  const began = Date.now();
  const bytes = await sandbox.readWorkspace(path);
  if (Date.now() - began > 2000) return 'the harness waited';
  if ((bytes?.length ?? 0) > 2 ** 20) return 'the harness read more than its cap';
  return bytes && /secret/.test(bytes.subarray(0, 4096).toString()) ? 'the harness read it' : undefined;
}

/** Files of the workspace as the harness reads them once the script has ended; made by root in a container. */
export const fileAttacks: Attack[] = [
  file('read-link', 'a link to a file of the engine', 'ln -sfn /canary/secret /workspace/$ID'),
  file(
    'read-link-folder',
    'a folder that is a link',
    'ln -sfn / /workspace/$ID.d; ln -sfn $ID.d/canary/secret /workspace/$ID',
  ),
  file('read-pipe', 'a pipe that nobody writes to', 'mkfifo /workspace/$ID'),
  file('read-device', 'a device without an end', 'mknod -m 666 /workspace/$ID c 1 5'),
  file(
    'read-disk',
    'the node of a disk',
    'set -- $(awk "NR == 3 {print \\$1, \\$2}" /proc/partitions); mknod -m 666 /workspace/$ID b $1 $2',
  ),
  file(
    'read-socket',
    'a socket',
    'node -e \'require("net").createServer().listen("/workspace/" + process.env.ID, () => process.exit())\'; true',
  ),
  file(
    'read-sparse',
    'a file of 200 gigabytes that takes no room',
    'truncate -s 200G /workspace/$ID',
    'contained',
  ),
  file(
    'read-locked',
    'a file that its owner may not read',
    'echo mine > /workspace/$ID; chmod 0 /workspace/$ID',
    'contained',
  ),
  {
    ...file(
      'read-race',
      'a file that becomes a link or a pipe while it is read',
      `cd /workspace; echo mine > $ID.a; ln -sfn /canary/secret $ID.b; mkfifo $ID.c; (setsid node -e 'const f = require("fs"), id = process.env.ID; const until = Date.now() + 60000; const go = () => { for (let i = 0; i < 200; i++) for (const k of "abc") { try { f.linkSync(id + "." + k, id + ".n"); f.renameSync(id + ".n", id) } catch {} } if (Date.now() < until) setImmediate(go) }; go()' >/dev/null 2>&1 &) ; sleep 0.2`,
      'contained',
    ),
    after: async ({ sandbox }) => {
      for (let tries = 0; tries < 8; tries += 1) {
        const bytes = await sandbox.readWorkspace('read-race');
        if (bytes?.toString().includes('secret')) return 'the harness read it';
      }
      return undefined;
    },
  },
];
