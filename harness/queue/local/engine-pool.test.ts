import { expect, test } from 'vitest';
import { EnginePool, type Standby } from './engine-pool.ts';
import { settled } from './testing/scene.ts';

class Box implements Standby {
  readonly name: string;
  readonly boot = Promise.withResolvers<string>();
  gone = false;
  constructor(name: string) {
    this.name = name;
    this.boot.promise.catch(() => undefined);
  }
  get ready() {
    return this.boot.promise;
  }
  async [Symbol.asyncDispose]() {
    this.gone = true;
  }
}

function pool(boots = 2) {
  const boxes: Box[] = [];
  const clock = { now: 0 };
  const broken = { on: false };
  const engines = new EnginePool<Box>({
    ...{ boots, oldestMs: 1000, now: () => clock.now },
    start: async (name) => {
      if (broken.on) throw new RangeError(`no ${name}`);
      const box = new Box(name);
      boxes.push(box);
      return box;
    },
  });
  const bootAll = async () => {
    await settled();
    for (const { boot } of boxes) boot.resolve('1');
    await settled();
  };
  const names = () => boxes.map(({ name }) => name);
  return { engines, boxes, names, clock, broken, bootAll };
}

test('a job gets the sandbox that stands by for its assignment, and it is no longer the pool’s', async () => {
  const { engines, boxes, bootAll, names } = pool();
  engines.keep(['build', 'logs']);
  await bootAll();
  await using claim = engines.claim('logs');
  engines.keep([]);
  await settled();
  expect(boxes.map(({ gone }) => gone)).toEqual([true, false]);
  expect(await claim.take()).toBe(boxes[1]);
  await engines[Symbol.asyncDispose]();
  expect(boxes[1]?.gone).toBe(false);
  expect(names()).toEqual(['build', 'logs']);
});

test('a job for which none stands by gets a fresh one', async () => {
  const { engines, names } = pool();
  expect((await engines.claim('build').take()).name).toBe('build');
  expect(names()).toEqual(['build']);
});

test('what a job did not need stands by for the next', async () => {
  const { engines, boxes, bootAll } = pool();
  engines.keep(['build']);
  await bootAll();
  {
    await using _unused = engines.claim('build');
    expect(engines.size).toBe(0);
  }
  expect(engines.size).toBe(1);
  expect(await engines.claim('build').take()).toBe(boxes[0]);
});

test('so many boot at once; a job’s engine goes before one that is to stand by', async () => {
  const { engines, names, boxes } = pool(1);
  const first = engines.claim('first').take();
  await settled();
  engines.keep(['ahead']);
  const second = engines.claim('second').take();
  await settled();
  expect(names()).toEqual(['first']);
  (await first).boot.reject(new RangeError('it died'));
  await settled();
  expect(names()).toEqual(['first', 'second']);
  (await second).boot.resolve('1');
  await settled();
  engines.keep(['ahead']);
  await settled();
  expect(names()).toEqual(['first', 'second', 'ahead']);
  engines.keep(['ahead', 'more']);
  await settled();
  expect(boxes).toHaveLength(3);
});

test('one that is dead, too old or did not start is thrown away, and no job gets it', async () => {
  const { engines, boxes, bootAll, clock, broken } = pool();
  engines.keep(['dead']);
  await settled();
  boxes[0]?.boot.reject(new RangeError('it died'));
  await settled();
  expect([engines.size, boxes[0]?.gone]).toEqual([0, true]);

  engines.keep(['old']);
  await bootAll();
  clock.now = 1001;
  expect(await engines.claim('old').take()).toBe(boxes[2]);
  await settled();
  expect(boxes[1]?.gone).toBe(true);
  await bootAll();

  broken.on = true;
  engines.keep(['none']);
  await settled();
  expect(engines.size).toBe(0);
  await expect(engines.claim('none').take()).rejects.toThrow('no none');
  broken.on = false;
  expect((await engines.claim('none').take()).name).toBe('none');
});

test('starts nothing ahead where that may not be, and keeps what is there', async () => {
  const { engines, names, bootAll } = pool();
  engines.keep(['build']);
  await bootAll();
  engines.keep(['build', 'logs'], false);
  await settled();
  expect(names()).toEqual(['build']);
  expect(engines.size).toBe(1);
});

test('disposing removes what stands by and what still starts, also what a job gives back later', async () => {
  const { engines, boxes, bootAll } = pool();
  engines.keep(['a', 'b']);
  await bootAll();
  const claim = engines.claim('a');
  engines.keep(['b', 'c']);
  await engines[Symbol.asyncDispose]();
  await claim[Symbol.asyncDispose]();
  expect(boxes.map(({ name, gone }) => [name, gone])).toEqual([
    ['a', true],
    ['b', true],
    ['c', true],
  ]);
});
