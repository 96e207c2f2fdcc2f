import { InvalidArgumentError } from 'commander';

/** Reads a whole number between two others. */
export function atLeast(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const value = Number(typed);
    if (!/^\d+$/.test(typed) || value < least || value > most)
      throw new InvalidArgumentError(`${least}…${most}`);
    return value;
  };
}

/** Reads how many times longer something may take: from 1 on. */
export function atMostTimes(most: number): (typed: string) => number {
  return (typed) => {
    const value = Number(typed);
    if (typed.trim() === '' || !(value >= 1 && value <= most)) throw new InvalidArgumentError(`1…${most}`);
    return value;
  };
}

/** Reads `a=b,c=d` as an object: of the names that are allowed, with values that fit. */
export function pairs(
  typed: string,
  { allowed, value: fitting }: { allowed?: readonly string[]; value?: { shape: RegExp; name: string } } = {},
): Record<string, string> {
  const entries = typed.split(',').map((pair) => {
    const [key = '', ...rest] = pair.split('=');
    const value = rest.join('=').trim();
    const known = key.trim() !== '' && allowed?.includes(key.trim()) !== false;
    if (!known || value === '' || fitting?.shape.test(value) === false)
      throw new InvalidArgumentError(`${allowed?.join('|') ?? 'NAME'}=${fitting?.name ?? 'VALUE'},…`);
    return [key.trim(), value] as const;
  });
  return Object.fromEntries(entries);
}
