import { parse } from 'csv-parse/sync';

interface Runner {
  status: string;
  max_score?: unknown;
  tests: { name: string; status: string; score?: unknown; line_no?: unknown }[];
}

/**
 * What classroom-resources/autograding-grading-reporter prints of one runner, by the arithmetic of JavaScript on whatever
 * it finds: the total, the lines of its table, and the exit code.
 */
export function readByReporter(base64: string): { total: string; lines: string[]; exit: number } {
  const runner = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as Runner;
  const numbers = runner.tests.map(({ score }) => score as number);
  const points = runner.max_score ? numbers.reduce((sum, score) => sum + score, 0) : 0;
  const lines = runner.tests.map(
    ({ name, line_no }) => `${name}${line_no === 0 ? '' : ` - line ${String(line_no)}`}`,
  );
  return {
    total: `Points ${points}/${(runner.max_score as number | undefined) || 0}`,
    lines,
    exit: runner.status === 'fail' || runner.status === 'error' ? 1 : 0,
  };
}

/** What Canvas' import makes of a table: a score by student and assignment; null where it changes nothing. Throws what it refuses. */
export function readByCanvas(csv: string): {
  students: { name: string; login: string; scores: (number | null)[] }[];
  titles: string[];
  possible: number[];
} {
  const [header = [], points = [], ...rows] = parse(csv, { bom: true }) as string[][];
  if (!header[0]?.includes('Student') || !header[1]?.includes('ID'))
    throw new SyntaxError('no Canvas header');
  const section = header.findIndex((name) => name.includes('Section'));
  if (section < 0 || header.length <= 3) throw new SyntaxError('no Section');
  const titles = header.slice(section + 1);
  if (titles.some((title) => /(Current|Final|Override) (Score|Points|Grade)/.test(title)))
    throw new SyntaxError('a column that Canvas leaves out');
  if (!points[0]?.includes('Points Possible')) throw new SyntaxError('no points possible');
  const score = (cell: string) => {
    if (cell === '' || cell === '-') return null;
    if (!/^\d+(\.\d+)?$/.test(cell)) throw new SyntaxError(`${cell} is no score`);
    return Number(cell);
  };
  return {
    students: rows.map((row) => ({
      name: row[0] ?? '',
      login: row[3] ?? '',
      scores: row.slice(section + 1).map(score),
    })),
    titles,
    possible: points.slice(section + 1).map(Number),
  };
}

/** What Moodle's import makes of a table whose columns the teacher has mapped by name; one bad row and it takes none. */
export function readByMoodle(
  csv: string,
  users: readonly string[],
): { user: string; scores: (number | null)[]; feedback: string[] }[] {
  const [header = [], ...rows] = parse(csv, { bom: true }) as string[][];
  if (new Set(header).size !== header.length) throw new SyntaxError('two columns of one name');
  const cells = (row: string[], ending: string) => row.filter((_, index) => header[index]?.endsWith(ending));
  return rows.map((row) => {
    const user = row[header.indexOf('username')] ?? '';
    if (!users.includes(user)) throw new SyntaxError(`no user is called ${user}`);
    const scores = cells(row, ' score').map((cell) => {
      if (cell === '' || cell === '-') return null;
      const grade = Number(cell);
      if (!(grade >= 0 && grade <= 100)) throw new RangeError(`${cell} is no grade of 100`);
      return grade;
    });
    return { user, scores, feedback: cells(row, ' feedback') };
  });
}
