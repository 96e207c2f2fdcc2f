import { benchPaths } from './bench/index.ts';
import { shellEnvironment } from './replay/index.ts';

/** The environment of the student's shell, as `NAME=value`. */
export function studentEnvironment(nonce: string): string[] {
  return [
    'HOME=/home/student',
    'USER=student',
    'LANG=C.UTF-8',
    `PATH=${benchPaths.bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    `DOCKER_HOST=unix://${benchPaths.gate}`,
    // Hints and update notices of the CLI would only blur a transcript.
    'DOCKER_CLI_HINTS=false',
    ...shellEnvironment(nonce),
  ];
}
