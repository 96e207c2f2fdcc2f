import { Transform } from 'node:stream';
import type { Budget } from './limits.ts';

/** Passes bytes on while the budget lasts; then says so once and destroys itself. */
export function metered(budget: Budget, spent: () => void): Transform {
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      if (budget.take(chunk.length)) return pass(null, chunk);
      spent();
      meter.destroy();
    },
  });
  return meter;
}
