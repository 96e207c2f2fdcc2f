import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { ownerIsGone, ownOwner } from './owner.ts';

describe('owner', () => {
  it('is there while its process runs', () => {
    expect(ownerIsGone(ownOwner())).toBe(false);
  });

  it('is gone when another process has its id, or none', async () => {
    const [host, pid] = ownOwner().split('/');
    expect(ownerIsGone(`${host}/${pid}/1`)).toBe(true);
    const child = spawn('true');
    await once(child, 'close');
    expect(ownerIsGone(`${hostname()}/${child.pid}/1`)).toBe(true);
  });

  it('counts as there when that cannot be known', () => {
    expect(ownerIsGone(`elsewhere/1/1`)).toBe(false);
    expect(ownerIsGone('')).toBe(false);
  });
});
