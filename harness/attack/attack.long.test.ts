/** No attack gets through; and attacks that do are seen. */
import Dockerode from 'dockerode';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseReaper } from '../sandbox/index.ts';
import { runAttacks } from './arena.ts';
import { type Attack, gotThrough } from './attack.ts';
import { attacks } from './attacks/index.ts';
import { runSuite, suiteLine } from './index.ts';
import { submissionAttacks } from './submissions.ts';

const outer = new Dockerode();
const { signal } = new AbortController();
beforeAll(() => chooseReaper(outer));

const decoy = (id: string, script: string, extra: Partial<Attack> = {}): Attack => ({
  ...{ id, from: 'bench', title: '', expected: 'refused', effect: '', script, ...extra },
});

describe('the attack suite', () => {
  it('has at least eighty attacks, each with a name of its own', () => {
    const ids = [...attacks, ...submissionAttacks].map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(80);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sees each kind of harm, and a script that tried nothing', async () => {
    const decoys = [
      decoy('does', `true && ${gotThrough}`),
      decoy('makes', 'docker create --name $ID $IMG true'),
      decoy('reaches', 'echo $ID | socat -u - TCP:127.0.0.1:$ENGINE_PORT'),
      decoy('leaves', 'true', { after: async () => 'something is left' }),
      decoy('breaks', 'no-such-program'),
      decoy(
        'quotes',
        `echo '${gotThrough}'; docker run --rm $IMG sh -c 'no-such-program; ${gotThrough}-' 2>&1 | grep -v THROUGH; true`,
      ),
    ];
    const outcomes = await runAttacks(outer, decoys, signal);
    expect(Object.fromEntries(outcomes.map(({ attack, verdict }) => [attack.id, verdict]))).toEqual({
      ...{ does: 'got through', makes: 'got through', reaches: 'got through', leaves: 'got through' },
      ...{ breaks: 'untried', quotes: 'refused' },
    });
  });

  it('lets nothing through', { timeout: 400_000 }, async () => {
    const outcomes = await runSuite(outer, signal, () => undefined);
    const bad = outcomes.filter(({ verdict }) => verdict === 'got through' || verdict === 'untried');
    expect(
      bad.map(({ attack, verdict, harms, output }) => [attack.id, verdict, harms, output.slice(0, 500)]),
    ).toEqual([]);
    expect(suiteLine(outcomes)).toMatch(/^\d+ refused, \d+ contained, 0 got through$/);
  });
});
