import { PassThrough, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { encodeFrame, frameKind, frameReader, payloadCap, windowBytes } from './frame.ts';
import { Multiplexer } from './multiplexer.ts';

const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });

describe('a relay that is not ours', () => {
  it('is never heard when it speaks no frames, and its channels end', async () => {
    const input = new PassThrough();
    const noise = new Multiplexer(input, silent(), new Map());
    const channel = noise.open('there');
    input.write('HTTP/1.1 200 OK\r\n\r\n');
    await expect(noise.heard).rejects.toBeInstanceOf(RangeError);
    expect(channel.destroyed).toBe(true);
  });

  it('opens nothing but what is served: an engine that was taken over names any socket it likes', async () => {
    const input = new PassThrough();
    const answers: [number, number][] = [];
    const read = frameReader(({ channel, kind }) => answers.push([channel, kind]));
    const output = new Writable({
      write(chunk: Buffer, _encoding, done) {
        read(chunk);
        done();
      },
    });
    const opened: string[] = [];
    new Multiplexer(input, output, new Map([['gate', () => opened.push('gate')]]));
    const asked = [
      [1, '/var/run/docker.sock'],
      [3, ''],
      [4, 'gate'],
      [5, 'gate'],
      [5, 'gate'],
    ] as const;
    for (const [number, name] of asked) input.write(encodeFrame(number, frameKind.open, Buffer.from(name)));
    await sleep(20);
    expect(opened).toEqual(['gate']);
    expect(answers).toEqual([1, 3, 4, 5].map((number) => [number, frameKind.close]));
  });

  it('cannot make the harness keep more than it granted', async () => {
    const input = new PassThrough();
    const flooding = new Multiplexer(input, silent(), new Map([['gate', () => undefined]]));
    input.write(encodeFrame(1, frameKind.open, Buffer.from('gate')));
    const chunk = encodeFrame(1, frameKind.data, Buffer.alloc(payloadCap));
    for (let sent = 0; sent <= windowBytes; sent += payloadCap) input.write(chunk);
    await sleep(20);
    expect(flooding.open('there').destroyed).toBe(true);
  });
});
