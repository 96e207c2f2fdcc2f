/**
 * Works on all items, so many at a time, and gives what came of each in their order. The first that throws aborts the
 * others, and is thrown once they have cleared away what they started.
 */
export async function sideBySide<Item, Made>(
  items: readonly Item[],
  concurrency: number,
  signal: AbortSignal,
  work: (item: Item, signal: AbortSignal) => Promise<Made>,
): Promise<Made[]> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const made: Made[] = [];
  const entries = items.entries();
  let failure: { thrown: unknown } | undefined;
  const worker = async () => {
    for (const [index, item] of entries) {
      if (either.aborted) return;
      try {
        made[index] = await work(item, either);
      } catch (thrown) {
        failure ??= { thrown };
        stop.abort(thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, worker));
  if (failure) throw failure.thrown;
  signal.throwIfAborted();
  return made;
}
