import { type Attack, gotThrough } from '../attack.ts';

/** A build that is contained may make its image: it is not named as the harm would be. */
const expectedName = ({ expected }: Partial<Attack>) => (expected === 'contained' ? 'made' : '$ID');

/** A build of these Dockerfile lines. */
const build = (
  id: string,
  title: string,
  effect: string,
  lines: string[],
  {
    options = '',
    before = '',
    command = 'docker build',
    ...extra
  }: Partial<Attack> & { options?: string; before?: string; command?: string } = {},
): Attack => ({
  ...{ id, from: 'build', title, expected: 'refused', effect, ...extra },
  script: `mkdir -p $ID.d; cd $ID.d; ${before}
cat > Dockerfile <<END
${lines.join('\n')}
END
export BUILDKIT_PROGRESS=plain
${command} --no-cache -t ${expectedName(extra)} ${options} . 2>&1`,
});
const image = 'the image exists';
const reads = 'a canary file is read';
const base = 'FROM $IMG';

/** What a Dockerfile, its context and the builder's options could do. */
export const buildAttacks: Attack[] = [
  build('build-network-host', "the engine's network for a build", image, [base, 'RUN cat /proc/net/unix'], {
    options: '--network host',
  }),
  build(
    'build-allow-network',
    "the engine's network for a build, entitled",
    image,
    [base, 'RUN cat /proc/net/unix'],
    { options: '--allow network.host --network host', command: 'docker buildx build' },
  ),
  build('build-run-network', "the engine's network for one step", image, [
    base,
    'RUN --network=host cat /proc/net/unix',
  ]),
  build(
    'build-insecure',
    'a privileged step',
    image,
    [base, `RUN --security=insecure mount -t tmpfs x /mnt && ${gotThrough}`],
    { options: '--allow security.insecure', command: 'docker buildx build' },
  ),
  build(
    'build-classic-host',
    "the engine's network in the classic builder",
    image,
    [base, 'RUN cat /proc/net/unix'],
    { options: '--network host', command: 'DOCKER_BUILDKIT=0 docker build' },
  ),
  build(
    'build-cgroup-classic',
    "the engine's own cgroup in the classic builder",
    image,
    [base, 'RUN cat /proc/self/cgroup'],
    { options: '--cgroup-parent /escape', command: 'DOCKER_BUILDKIT=0 docker build' },
  ),
  build(
    'build-cgroup',
    'a cgroup outside of the engine’s',
    'a process is outside of the cgroup that limits the engine',
    [base, `RUN grep /[.][.] /proc/self/cgroup && ${gotThrough} || cat /proc/self/cgroup`],
    {
      options: '--cgroup-parent ../../../../escape',
      expected: 'contained',
    },
  ),
  build('build-syntax', 'a Dockerfile language from the network', image, [
    '# syntax=127.0.0.1:1/evil:latest',
    base,
  ]),
  build('build-remote', 'a build context from the network', image, [base], {
    options: 'http://127.0.0.1:1/x.tar #',
  }),
  build(
    'build-git-file',
    'a folder of the engine as a git repository',
    reads,
    [base, 'ADD file:///canary/.git /x', 'RUN cat /x/secret'],
    { options: '', expected: 'refused' },
  ),
  build(
    'build-context-link',
    'links in the context that lead out of it',
    reads,
    [base, 'COPY out/canary/secret /a', 'COPY up/canary/secret /b', 'RUN cat /a /b'],
    { before: 'ln -sfn / out; ln -sfn ../../../../../.. up;' },
  ),
  build(
    'build-context-link-classic',
    'links in the context that lead out of it, in the classic builder',
    reads,
    [base, 'COPY out /a/', 'RUN cat /a/canary/secret'],
    { before: 'ln -sfn / out;', command: 'DOCKER_BUILDKIT=0 docker build' },
  ),
  build(
    'build-copy-dotdot',
    'a COPY from above the context',
    reads,
    [base, 'COPY ../../../../canary/secret /a', 'RUN cat /a'],
    {},
  ),
  build('build-image-link', 'a COPY from an image whose folder is a link', 'the engine’s file is read', [
    'FROM $IMG AS evil',
    'RUN ln -s / /out && ln -s ../../../../../.. /up',
    base,
    'COPY --from=evil /out/canary/secret /up/canary/secret /x/',
    'RUN cat /x/*',
  ]),
  build('build-bind-dotdot', 'a bind of a step from above its source', reads, [
    base,
    'RUN --mount=type=bind,source=../../../../..,target=/host cat /host/canary/secret',
  ]),
  build(
    'build-cache-dotdot',
    'a cache whose name is a path',
    reads,
    [base, 'RUN --mount=type=cache,id=../../../../../canary,target=/c cat /c/secret; touch /c/taken'],
    { expected: 'contained' },
  ),
  build('build-cache-link', 'a cache below a link in it (CVE-2024-23651)', reads, [
    base,
    'RUN --mount=type=cache,id=swap,target=/c ln -sfn / /c/out',
    'RUN --mount=type=cache,id=swap,source=out,target=/c cat /c/canary/secret; touch /c/canary/taken',
  ]),
  build(
    'build-mount-link',
    'a mount point that is a link out of the image (CVE-2024-23652)',
    'a canary file is removed',
    [
      'FROM $IMG AS one',
      'RUN ln -sfn /canary /out',
      'FROM one',
      'RUN --mount=type=tmpfs,target=/out/secret true',
    ],
    { expected: 'contained' },
  ),
  build(
    'build-secret',
    "the terminal's own files as a secret of the build",
    reads,
    [base, 'RUN --mount=type=secret,id=s cat /run/secrets/s'],
    { options: '--secret id=s,src=/canary/secret' },
  ),
  build(
    'build-ssh',
    "the gate's socket as an SSH agent of the build",
    'a privileged container exists',
    [base, 'RUN --mount=type=ssh ls -la $SSH_AUTH_SOCK'],
    { options: '--ssh default=/drydock/docker.sock', expected: 'contained' },
  ),
  build(
    'build-output',
    "an output folder that is the gate's",
    'the folder changes',
    ['FROM scratch', 'COPY Dockerfile /bin/sudo'],
    { options: '--output type=local,dest=/drydock' },
  ),
  build('build-push', 'a push of what was built', 'a canary socket is reached', [base], {
    options: `--push -t 127.0.0.1:$OUTER_PORT/$ID`,
    command: 'docker buildx build',
    expected: 'contained',
  }),
  build(
    'build-onbuild',
    'steps that an image leaves for builds on it',
    'a step is privileged',
    [base, 'ONBUILD RUN --security=insecure id', `ONBUILD RUN mount -t tmpfs x /mnt && ${gotThrough}`],
    { expected: 'contained', options: '-q -t onbuild --label x=y . ; echo FROM onbuild | docker build -' },
  ),
  build(
    'build-add-loopback',
    "a service on the engine's loopback, fetched by the builder",
    'the canary service’s secret is in the image',
    [base, 'ADD http://127.0.0.1:$OUTER_PORT/secret /x', 'ADD http://127.0.0.1:1/ /y', 'RUN cat /x'],
  ),
  build('build-workdir', "a step that works in the builder's descriptors (CVE-2024-21626)", reads, [
    base,
    'WORKDIR /proc/self/fd/8',
    'RUN cat ../../../../canary/secret; touch ../../../../canary/taken',
  ]),
];
