import { expect, test } from 'vitest';
import type { GoldenStore } from './golden-store.ts';
import { decodeStore, encodeStore, markerReference } from './marker.ts';

const store: GoldenStore = {
  volume: 'drydock-golden-store-00ff',
  engineImage: 'drydock/engine:0123456789ab',
  engineVersion: '26.1.5+dfsg1',
  images: {
    'node:20': {
      id: 'sha256:aa',
      standIn: true,
      source: 'kit',
      slug: 'node_20',
      names: { node: { 'node:20': 'sha256:aa' } },
      sizeBytes: 1,
    },
  },
};

test('a store survives being a label', () => {
  const label = encodeStore(store);
  expect(label).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(decodeStore(label)).toEqual(store);
});

test.each([undefined, '', '%%%', 'bnVsbA', Buffer.from('{"volume":"v"}').toString('base64url')])(
  'the label %j tells of no store',
  (label) => {
    expect(decodeStore(label)).toBeUndefined();
  },
);

test('each namespace has its own marker', () => {
  expect(markerReference('a')).not.toBe(markerReference('b'));
});
