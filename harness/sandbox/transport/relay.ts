import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type Dockerode from 'dockerode';
import { Multiplexer, type Served } from './multiplexer.ts';

export interface RelayOptions {
  outer: Dockerode;
  engineId: string;
  /** Names of sockets that may be opened there, with their paths. */
  dial: Record<string, string>;
  /** Paths of sockets that listen there, with what to do with a connection to one. */
  served: Served;
}

const complaintCap = 4096;

/** Starts relay.pl in the engine's container, and speaks with it. Rejects with its complaint when it does not come up. */
export async function startRelay({ outer, engineId, dial, served }: RelayOptions): Promise<Multiplexer> {
  const source = await readFile(join(import.meta.dirname, 'relay.pl'), 'utf8');
  const sockets = [
    ...Object.entries(dial).flatMap(([name, path]) => ['dial', name, path]),
    ...[...served.keys()].flatMap((path) => ['listen', path, path]),
  ];
  const exec = await outer.getContainer(engineId).exec({
    // From the environment, so that `ps` shows the student no page of script.
    Cmd: ['perl', '-e', 'eval $ENV{DRYDOCK_RELAY}; die $@ if $@', ...sockets],
    Env: [`DRYDOCK_RELAY=${source}`],
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
  });
  const stream = await exec.start({ hijack: true, stdin: true });
  const frames = new PassThrough();
  const complaints = new PassThrough();
  let complaint = '';
  complaints.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-complaintCap);
  });
  outer.modem.demuxStream(stream, frames, complaints);
  const multiplexer = new Multiplexer(frames, stream, served);
  await multiplexer.heard.catch((cause) => {
    throw complaint === '' ? cause : complaint;
  });
  return multiplexer;
}
