import { expect, it } from 'vitest';
import type { LayerEntry } from '../docker/index.ts';
import { leakedAmong } from './leaked.ts';

const file = (path: string): LayerEntry => ({ path, kind: 'file' });
const folder = (path: string): LayerEntry => ({ path, kind: 'folder' });

it('finds secrets and ballast that were copied along, a folder once', () => {
  const entries = [
    folder('/app'),
    file('/app/.env'),
    file('/app/.env.example'),
    folder('/app/.git'),
    file('/app/.git/config'),
    file('/app/.git/deploy.key'),
    file('/app/certs/cert.pem'),
    file('/app/certs/key.pem'),
    file('/app/id_ed25519'),
    file('/app/id_ed25519.pub'),
    folder('/app/node_modules'),
    file('/app/node_modules/left-pad/index.js'),
    file('/app/runapp.js'),
    file('/app/solution.sh'),
  ];
  expect(leakedAmong(entries)).toEqual({
    secrets: ['/app/.env', '/app/certs/key.pem', '/app/id_ed25519'],
    ballast: ['/app/.git', '/app/node_modules', '/app/solution.sh'],
  });
});

it('finds none in an app, nor in what is only passed through or deleted', () => {
  const entries: LayerEntry[] = [
    file('/app/runapp.js'),
    file('/app/environment.js'),
    folder('/app/.env'),
    folder('/app/node_modules'),
    { path: '/app/id_rsa', kind: 'deleted' },
  ];
  expect(leakedAmong(entries)).toEqual({ secrets: [], ballast: [] });
});
