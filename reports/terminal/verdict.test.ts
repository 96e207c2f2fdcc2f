import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { locales } from '../../harness/text.ts';
import { classResults } from '../testing/class-results.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { terminalSummary } from './summary.ts';
import { terminal } from './verdict.ts';

const cases = locales.flatMap((locale) => [80, 120].map((columns) => ({ locale, columns })));

describe.each(cases)('$locale at $columns columns', (page) => {
  test('looks as it was last looked at', async () => {
    const plain = { ...page, colour: false };
    const shown = terminal(classResults(), plain) + terminalSummary(classResults(), plain);
    await expect(shown).toMatchFileSnapshot(`golden/class.${page.locale}.${page.columns}.txt`);
  });

  test('looks as it was last looked at with nasty text in it', async () => {
    const plain = { ...page, colour: false };
    const shown = terminal(nastyResults(), plain) + terminalSummary(nastyResults(), plain);
    await expect(shown).toMatchFileSnapshot(`golden/nasty.${page.locale}.${page.columns}.txt`);
  });
});

const esc = '\u001b';
const withoutColour = (line: string) => line.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '');

const pages = [36, 40, 80, 120].flatMap((columns) => cases.map(({ locale }) => ({ locale, columns })));

describe.each([true, false])('whatever a student writes, colour %s', (colour) => {
  test.each(pages)('$locale at $columns columns: no line is too long, none is a command to CI', (page) => {
    const options = { ...page, colour };
    const results = [
      ...nastyResults(),
      ...classResults(),
      plainResult({ student: '::add-mask::x ##[error]y' }),
    ];
    for (const line of (terminal(results, options) + terminalSummary(results, options)).split('\n')) {
      const seen = withoutColour(line);
      expect(stringWidth(seen), seen).toBeLessThanOrEqual(Math.max(40, page.columns));
      expect(seen).not.toMatch(/^\s*::|##\[/);
      expect(seen).not.toMatch(/\p{Cc}|\p{Cs}|\u202e/u);
    }
  });
});

test('without colour there is not one escape sequence; with colour there are, whatever the environment says', () => {
  const [result = plainResult()] = classResults();
  expect(terminal([result], { locale: 'en', columns: 80, colour: false })).not.toContain(esc);
  const coloured = terminal([result], { locale: 'en', columns: 80, colour: true });
  expect(coloured).toContain(`${esc}[32m✓${esc}[39m`);
  expect(coloured).toContain(`${esc}[36mdocker logs node-run${esc}[39m`);
  expect(coloured).not.toContain('`');
});

describe('a verdict', () => {
  const english = { locale: 'en', columns: 80, colour: false } as const;

  test('names the line, the command as one line, and how it ended', () => {
    const shown = terminal(classResults(), { ...english, columns: 120 });
    expect(shown).toContain(
      'line 7: `docker run -d --name node-run -h node-run -p 6060:6060 noderun:1.0`  exit code 125',
    );
  });

  test('says once what blocks several checks: the one at the root', () => {
    expect(
      terminal(classResults(), english).match(/Fix first: The `node-run` container is running/g),
    ).toHaveLength(1);
  });

  test('repeats the options that the next check needs', () => {
    const said = terminal(classResults(), { ...english, repeat: "--dir 'my work'" });
    expect(said).toMatch(/drydock check \S+ --dir 'my work'/);
  });

  test('starts the next step with the program the reader has', () => {
    expect(terminal(classResults(), { ...english, program: 'script/drydock' })).toContain(
      '\n    script/drydock check build-noderun\n',
    );
  });

  test('of an error blames nobody and gives no score', () => {
    const shown = terminal(nastyResults().slice(3, 4), english);
    expect(shown).toContain('no score ─╮');
    expect(shown).toContain('This is not your fault, and no score was given.');
    expect(shown).toContain('– / 100');
    expect(shown).not.toContain('0 / 100');
    expect(shown).toContain('drydock doctor');
  });

  test('shows a bar that is full only for full marks and empty only for none', () => {
    const bar = (score: number) =>
      terminal([plainResult({ score, max: 1000 })], english).match(/^ {2}(━*╌*) {2}/m)?.[1];
    expect(bar(1000)).not.toContain('╌');
    expect(bar(999)).toContain('╌');
    expect(bar(1)).toContain('━');
    expect(bar(0)).not.toContain('━');
  });

  test('of no results is empty', () => {
    expect(terminal([], english)).toBe('');
  });
});

test('the table keeps its columns under each other in Korean', () => {
  const [head = '', ...rows] = terminalSummary(classResults(), { locale: 'ko', columns: 80, colour: false })
    .trimEnd()
    .split('\n');
  const starts = rows.map((row) => stringWidth(row.slice(0, row.search(/[✓✗!]/))));
  expect(new Set(starts)).toEqual(new Set([stringWidth(head.slice(0, head.indexOf('먼저')))]));
});
