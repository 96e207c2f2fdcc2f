import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import type { GoldenStore } from '../images/index.ts';
import type { Assignment } from '../manifest/index.ts';
import { Desk } from './desk.ts';

/** Waits until the engine in the desk answers. */
const answers = 'until docker version >/dev/null 2>&1; do sleep 0.02; done';
/** What the exercises type of a host with systemd: the desk's user is root, and its daemon runs in a loop. */
const shims = `printf '#!/bin/sh\\nexec "$@"\\n' > /usr/local/bin/sudo
printf '#!/bin/sh\\np=$(cat /run/docker.pid); kill $p; while kill -0 $p 2>/dev/null; do sleep 0.02; done; ${answers}\\n' > /usr/local/bin/systemctl
chmod 755 /usr/local/bin/sudo /usr/local/bin/systemctl`;

/**
 * What is there when a solution did its work: without it a figure would be that of a failure. The database is waited
 * for, as grading does, since the commands are the cause of the CPU that it takes to set itself up.
 */
const proofs: Readonly<Record<string, string>> = {
  'build-noderun': 'docker inspect node-run',
  'fix-import-cmd': 'docker inspect node-run5',
  'commit-noderun': 'docker image inspect node-run:2.0',
  'rotate-logs':
    'docker inspect node-run2 && until docker logs mydb 2>&1 | grep -q "ready for connections"; do sleep 0.1; done',
  'explain-exit-codes': 'docker inspect exit-143',
};

/** The course's solutions in a folder, and the images they begin with in archives: what engines without Drydock get. */
export class CourseWork implements AsyncDisposable {
  readonly #network: Dockerode.Network;
  readonly #docker: Dockerode;
  readonly #golden: GoldenStore;
  readonly #folder: string;

  private constructor(docker: Dockerode, golden: GoldenStore, folder: string, network: Dockerode.Network) {
    this.#network = network;
    this.#docker = docker;
    this.#golden = golden;
    this.#folder = folder;
  }

  /** In a folder of its own; the engines get a network of their own, so that nobody's else is crowded. */
  static async start(docker: Dockerode, golden: GoldenStore, folder: string): Promise<CourseWork> {
    const name = `drydock-bench-${process.pid}`;
    const network = await docker.createNetwork({ Name: name, Labels: { drydock: 'bench' } });
    return new CourseWork(docker, golden, folder, network);
  }

  /** Lays the solutions out, and saves each assignment's images as an archive, as a course would hand them out. */
  async lay(assignments: readonly Assignment[], graders: string): Promise<void> {
    await mkdir(join(this.#folder, 'images'), { recursive: true });
    for (const { id } of assignments)
      await cp(join(graders, id, 'solution'), join(this.#folder, 'solutions', id), { recursive: true });
    await using desk = await this.warmEngine();
    for (const { id, images } of assignments) {
      const tar = `/target/images/${id}.tar`;
      await desk.sh(`docker save -o ${tar} ${images.join(' ')} && chmod 644 ${tar}`);
    }
  }

  /** An engine with all images of the course in it, that answers. */
  async warmEngine(): Promise<Desk> {
    const binds = [`${this.#golden.volume}:/golden:ro`, `${this.#folder}:/target`];
    const copy = 'cp -a /golden/image /golden/overlay2 /var/lib/docker/';
    const desk = await Desk.startEngine(this.#docker, this.#golden.engineImage, binds, {
      before: copy,
      network: this.#network.id,
    });
    await desk.sh(
      `${answers}\n${shims}\ndocker images --no-trunc --format '{{.ID}} {{.Repository}}:{{.Tag}}' > /tmp/base`,
    );
    return desk;
  }

  /** A fresh engine for one submission, with the assignment's images loaded: the usual way. */
  async freshEngine({ id }: Assignment): Promise<Desk> {
    const binds = [`${this.#folder}:/target:ro`];
    const desk = await Desk.startEngine(this.#docker, this.#golden.engineImage, binds, {
      network: this.#network.id,
    });
    await desk.sh(`${answers}\n${shims}\ndocker load -q -i /target/images/${id}.tar`);
    return desk;
  }

  /** Types a solution's commands. Throws SandboxError when its work is not there afterwards. */
  async type(desk: Desk, { id, script }: Assignment): Promise<void> {
    const commands = `rm -rf /tmp/work; cp -r /target/solutions/${id} /tmp/work; cd /tmp/work; bash ${script} </dev/null`;
    await desk.sh(`${commands}; ${proofs[id] ?? 'false'} >/dev/null`);
  }

  /** Takes away what a solution left in an engine, so that the next one builds and runs everything again. */
  async tidy(desk: Desk): Promise<void> {
    await desk.sh(`docker rm -fv $(docker ps -aq)
for i in $(docker images -q --no-trunc | sort -u); do grep -q $i /tmp/base || docker rmi -f $i; done
while read -r id name; do docker tag $id $name; done < /tmp/base
docker builder prune -af
[ ! -e /etc/docker/daemon.json ] || { rm /etc/docker/daemon.json; systemctl restart docker; }; true`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#network.remove();
  }
}
