import { expect, test } from 'vitest';
import { layerDirectory, layerEntries } from './layer.ts';

test('a listing is taken apart, whatever its names hold', () => {
  const listing = 'found\nd app\0f app/runapp.js\0c etc/motd\0l a link\nof two lines\0s app/socket\0';
  expect(layerEntries(Buffer.from(listing))).toEqual([
    { path: '/a link\nof two lines', kind: 'link' },
    { path: '/app', kind: 'folder' },
    { path: '/app/runapp.js', kind: 'file' },
    { path: '/app/socket', kind: 'other' },
    { path: '/etc/motd', kind: 'deleted' },
  ]);
  expect(layerEntries(Buffer.from('found\n'))).toEqual([]);
});

test('a listing that was cut keeps its whole entries, and no listing is none', () => {
  expect(layerEntries(Buffer.from('found\nf one\0f tw'))).toEqual([{ path: '/one', kind: 'file' }]);
  expect(layerEntries(Buffer.from(''))).toBeUndefined();
  expect(layerEntries(Buffer.from('unknown verb\n'))).toBeUndefined();
});

test('the topmost layer is in the folder that the driver names', () => {
  const UpperDir = '/var/lib/docker/overlay2/61648e1a/diff';
  const LowerDir = '/var/lib/docker/overlay2/5f/diff:/var/lib/docker/overlay2/ba5e/diff';
  const image = { GraphDriver: { Name: 'overlay2', Data: { UpperDir, LowerDir } } as never };
  expect([0, 1, 2].map((below) => layerDirectory(image, below))).toEqual(['61648e1a', '5f', 'ba5e']);
  expect(layerDirectory({ GraphDriver: { Name: 'overlay2', Data: { UpperDir } } as never })).toBe('61648e1a');
});
