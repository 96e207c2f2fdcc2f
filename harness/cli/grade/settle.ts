import { type Kept, noResult } from '../../bulk/index.ts';
import type { Result } from '../../result.ts';

/**
 * Keeps a result that needs no engine, unless it is what was kept before. With `onlyErrors`, what the machine did not
 * fail is left as it is, like everything else.
 */
export async function settle(kept: Kept, result: Result, onlyErrors: boolean): Promise<void> {
  const before = await kept.current(result.student, result.assignment).catch(noResult);
  if (onlyErrors && before?.outcome !== 'error') return;
  const same = before?.outcome === result.outcome && before.reason?.message.en === result.reason?.message.en;
  if (!same) await kept.put(result);
}
