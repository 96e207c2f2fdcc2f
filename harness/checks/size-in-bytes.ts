const units = 'bkmgtp';

/**
 * Bytes of a log option such as `max-size`: `30m`, `30M`, `30 mb`; undefined for another word. Docker's log drivers count
 * in powers of 1000 (FromHumanSize, seen on 26.1: a file of `30m` ends at 30,000,000), where `--memory` takes 1024.
 */
export function sizeInBytes(text: string): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?(?:([bkmgtp])(?:i?b)?)?$/i.exec(text) ?? [];
  if (amount === undefined) return undefined;
  return Math.floor(Number(amount) * 1000 ** units.indexOf((unit ?? 'b').toLowerCase()));
}
