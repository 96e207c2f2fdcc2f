/** Runs a task when called, unless it still runs: what repeats itself must not pile up. What it throws is dropped. */
export function oneAtATime(task: () => Promise<unknown>): () => void {
  let busy = false;
  return () => {
    if (busy) return;
    busy = true;
    task()
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  };
}
