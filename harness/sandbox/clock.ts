/** Milliseconds since the replay began, and the script line under way. */
export class Clock {
  origin = Date.now();
  line: number | null = null;

  begin(): void {
    this.origin = Date.now();
  }

  now(): number {
    return Math.max(0, Date.now() - this.origin);
  }
}
