import { type Attack, gotThrough, plunder, runOnce, runWith } from '../attack.ts';

const effect = 'a canary file of the engine is read or changed';

const bound = (id: string, title: string, script: string): Attack => ({
  ...{ id, from: 'bench', title, expected: 'refused', effect, script },
});

/** Swaps a folder of the workspace for a link to the root, over and over, while `$1` is done to it. */
const race = (what: string) => `mkdir -p $ID.dir; ln -sfn / $ID.link
perl -e 'for (1..200000) { rename "'$ID'.dir", "'$ID'.spare"; rename "'$ID'.link", "'$ID'.dir"; rename "'$ID'.dir", "'$ID'.link"; rename "'$ID'.spare", "'$ID'.dir" }' &
swapping=$!
for n in 1 2 3 4 5 6; do ${what}; done
kill $swapping`;

/** What a container may see of the engine's files. */
export const mountAttacks: Attack[] = [
  bound('bind-root', 'the root as a bind mount', runWith('-v /:/host', plunder('/host'))),
  bound('mount-root', 'the root as a mount', runWith('--mount type=bind,src=/,dst=/host', plunder('/host'))),
  bound(
    'bind-dotdot',
    'a way out of the workspace by `..`',
    runWith('-v /workspace/../:/host', plunder('/host')),
  ),
  bound('bind-proc', "the engine's /proc", runWith('-v /proc:/host', `cat /host/1/environ`)),
  bound('bind-data-root', "the engine's data-root", runWith('-v /var/lib/docker:/host', `ls /host/overlay2`)),
  bound('bind-engine-socket', "the engine's own socket", runWith('-v /run/drydock/docker.sock:/s')),
  bound(
    'bind-run',
    "the folder of the engine's sockets",
    runWith('-v /run/drydock:/host', `cat /host/secret`),
  ),
  bound(
    'bind-link',
    'a link of the workspace as a source',
    `ln -sfn / $ID.link; ${runOnce('-v /workspace/$ID.link:/host', plunder('/host'))}`,
  ),
  bound(
    'bind-below-link',
    'a path below a link of the workspace',
    `ln -sfn / $ID.link; ${runOnce('-v /workspace/$ID.link/canary:/host', `sh -c 'cat /host/secret; touch /host/'$ID`)}`,
  ),
  {
    ...bound(
      'bind-link-of-root',
      'a link that a container made as root',
      `docker exec den ln -sfn / /workspace/$ID.link; ${runOnce('--mount type=bind,src=/workspace/$ID.link/run,dst=/host', 'cat /host/drydock/secret')}`,
    ),
  },
  {
    ...bound(
      'bind-race',
      'a folder that becomes a link while it is mounted',
      race(`docker run --rm -v /workspace/$ID.dir:/host $IMG ${plunder('/host')}`),
    ),
    expected: 'contained',
  },
  bound('propagation', 'mounts that reach the engine', runWith('-v /workspace:/w:rshared')),
  bound(
    'volume-bind',
    'a volume that is a bind mount',
    `docker volume create -o type=none -o o=bind -o device=/ $ID; ${runOnce('-v $ID:/host', plunder('/host'))}; docker volume inspect $ID --format '{{.Options}}' | grep device && ${gotThrough}`,
  ),
  bound(
    'mount-volume-bind',
    'a volume that is a bind mount, made by the way',
    runWith(
      "--mount 'type=volume,src=evil,dst=/host,volume-driver=local,volume-opt=type=none,volume-opt=o=bind,volume-opt=device=/'",
      plunder('/host'),
    ),
  ),
  bound(
    'volume-subpath',
    'a volume below a link in it',
    `docker run --rm -v subpath:/v $IMG ln -s / /v/out; ${runWith('--mount type=volume,src=subpath,dst=/host,volume-subpath=out', plunder('/host'))}`,
  ),
  bound('volume-dotdot', 'a volume whose name is a path', runWith('-v ../../../canary:/host')),
  bound(
    'tmpfs-bind',
    'a tmpfs whose options make a bind mount',
    runWith("--tmpfs '/host:bind,source=/,dev,suid'", plunder('/host')),
  ),
  bound(
    'mount-npipe',
    'mount types that nobody checks',
    `${runWith('--mount type=npipe,src=/run/drydock/docker.sock,dst=/s')}; ${runWith('--mount type=cluster,src=x,dst=/s')}`,
  ),
  {
    ...bound(
      'volumes-from',
      'mounts that another container has',
      `docker create --name base1 -v /workspace:/w $IMG true; docker run --rm --volumes-from base1 $IMG ${plunder('/w/..')}`,
    ),
    expected: 'contained',
  },
  {
    ...bound(
      'copy-through-link',
      'copying through links in a container',
      `docker exec den sh -c 'ln -sfn / /esc; ln -sfn /proc/1/root /esc2; ln -sfn ../../../../../.. /esc3'
for l in esc esc2 esc3; do docker cp den:/$l/canary - | tar -xO; echo x > $ID; docker cp $ID den:/$l/canary/$ID; docker cp den:/$l/run/drydock/secret -; done`,
    ),
    expected: 'contained',
  },
  {
    ...bound(
      'copy-proc',
      "copying through a container's /proc",
      'docker cp den:/proc/1/root/canary/secret -; docker cp den:/proc/1/cwd/canary/secret -; echo x > $ID; docker cp $ID den:/proc/self/root/canary/',
    ),
    expected: 'contained',
  },
  {
    ...bound(
      'copy-race',
      'copying from a folder that becomes a link meanwhile (CVE-2018-15664)',
      `docker exec -d den sh -c 'mkdir -p /r/dir; ln -sfn / /r/link; i=0; while [ $i -lt 3000 ]; do mv -T /r/dir /r/x; mv -T /r/link /r/dir; mv -T /r/dir /r/link; mv -T /r/x /r/dir; i=$((i+1)); done'
for n in 1 2 3 4 5 6; do docker cp den:/r/dir/canary - | tar -xO; done`,
    ),
    expected: 'contained',
  },
  {
    ...bound(
      'gate-into-container',
      'the gate’s socket given to a container through the workspace',
      `socat UNIX-LISTEN:$ID.sock,mode=777,fork UNIX-CONNECT:$GATE & sleep 0.2
docker run --rm -v /workspace/$ID.sock:/s $IMG true; curl -s --unix-socket $ID.sock -H Content-Type:application/json -d "{\\"Image\\":\\"$IMG\\",\\"HostConfig\\":{\\"Privileged\\":true}}" "http://d/containers/create?name=$ID"; kill %1`,
    ),
    effect: 'a privileged container exists',
    expected: 'contained',
  },
];
