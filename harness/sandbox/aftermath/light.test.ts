import { expect, test } from 'vitest';
import { allLight } from './light.ts';

const typed = (text: string, exitCode: number | null = 0) => [{ text, exitCode }];

test.each([
  'docker build -t noderun:1.0 .',
  'sudo docker ps | grep node',
  'docker run -itd \\\n  -p 6060:6060 noderun:1.0 && curl localhost:6060',
  'export DOCKER_BUILDKIT=0; docker ps',
  'A=1 docker ps',
])('%j comes near no limit', (text) => {
  expect(allLight(typed(text))).toBe(true);
});

test.each([
  'head -c 200m /dev/zero | tail | wc -c',
  'b() { b | b & }; b',
  'docker ps; node hog.js',
  'echo $(seq 1000000)',
  'for i in 1 2; do ls; done',
])('%j may', (text) => {
  expect(allLight(typed(text))).toBe(false);
});

test('a command that was killed or never ended may, whatever it is', () => {
  expect(allLight(typed('docker ps', 137))).toBe(false);
  expect(allLight(typed('docker ps', null))).toBe(false);
});
