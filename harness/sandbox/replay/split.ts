/** A script's text split into the commands that a person would type one after the other. */

/** One command to type: whole lines of the script, 1-based and inclusive. */
export interface ScriptCommand {
  line: number;
  endLine: number;
  text: string;
  /** Where a part of it runs in the background (`docker events & sleep 2`): that, and what is waited for. */
  parts?: { background: string; foreground: string };
}

/** The commands in order; `parsed` is false when the file is no valid bash and was split line by line. */
export interface SplitScript {
  parsed: boolean;
  commands: ScriptCommand[];
}

type Parser = typeof import('sh-syntax');
let parser: Promise<Parser> | undefined;

/**
 * Starts loading the shell parser, whose WASM takes about 25 ms: call it while an engine boots.
 * Without it the first `splitScript` pays.
 */
export function warmSplitter(): void {
  load().then(
    (loaded) => loaded.parse(':'),
    // The same failure meets the one who splits, who reports it.
    () => undefined,
  );
}

function load(): Promise<Parser> {
  parser ??= import('sh-syntax');
  return parser;
}

/**
 * Splits a script into top-level commands by its bash grammar. Statements that share a line stay together, and so do
 * here-documents, loops, functions and quotes over several lines; comments and blank lines between commands are dropped.
 */
export async function splitScript(text: string): Promise<SplitScript> {
  const lines = text.split('\n');
  const { parse } = await load();
  let file: Awaited<ReturnType<Parser['parse']>>;
  try {
    file = await parse(text);
  } catch {
    // The parser tells syntax errors and its own troubles by message alone; either way a person would just type on.
    return { parsed: false, commands: lineByLine(lines) };
  }
  const comments = new Set(
    [...file.Stmts.flatMap((stmt) => stmt.Comments), ...lastComments(file)].map(
      (comment) => comment.Pos.Line,
    ),
  );
  const isBetween = (line: number) => {
    const content = lines[line - 1]?.trim() ?? '';
    return content === '' || (content.startsWith('#') && comments.has(line));
  };
  const bytes = Buffer.from(text);
  const statements = file.Stmts.map(({ Pos, End, Background }) => ({
    ...{ line: Pos.Line, endLine: End.Line, isJob: Background },
    text: bytes.subarray(Pos.Offset, End.Offset).toString().replace(/;$/, ''),
  }));
  const groups = groupByLine(statements);
  const commands = groups.map(({ line, endLine, statements }, index) => {
    // A here-document in a pipeline ends after its statement does: take all lines up to the next command.
    const limit = (groups[index + 1]?.line ?? lines.length + 1) - 1;
    let last = limit;
    while (last > endLine && isBetween(last)) last--;
    // A backslash at its end takes the next line in, though nothing stands there: a blank one, a comment, the file's end.
    if (isContinued(lines[last - 1] ?? '') && last < limit) last++;
    const typed = lines.slice(line - 1, last).join('\n');
    const command = { line, endLine: last, text: isContinued(typed) ? `${typed}\n` : typed };
    if (!statements.some(({ isJob }) => isJob)) return command;
    const part = (isJob: boolean) =>
      statements.flatMap((statement) => (statement.isJob === isJob ? [statement.text] : [])).join('\n');
    return { ...command, parts: { background: part(true), foreground: part(false) } };
  });
  return { parsed: true, commands };
}

interface Statement {
  line: number;
  endLine: number;
  text: string;
  /** Ended by `&`. */
  isJob: boolean;
}

interface Group {
  line: number;
  endLine: number;
  statements: Statement[];
}

function groupByLine(statements: Statement[]): Group[] {
  const groups: Group[] = [];
  for (const statement of statements) {
    const { line, endLine } = statement;
    const group = groups.at(-1);
    if (group !== undefined && line <= group.endLine) {
      group.endLine = Math.max(group.endLine, endLine);
      group.statements.push(statement);
    } else groups.push({ line, endLine, statements: [statement] });
  }
  return groups;
}

/** Ends with a backslash that no other one before it takes away. */
function isContinued(text: string): boolean {
  return (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

/** Comments after the last statement: sh-syntax 0.7 gives them, its types do not say so. */
function lastComments(file: object): { Pos: { Line: number } }[] {
  return 'Last' in file && Array.isArray(file.Last) ? file.Last : [];
}

/**
 * Every line but blank ones and whole-line comments; the replay adds those again inside an open quote or loop. One that
 * a backslash takes in is the Enter that ends its command.
 */
function lineByLine(lines: string[]): ScriptCommand[] {
  return lines
    .map((text, index) => ({ line: index + 1, endLine: index + 1, text }))
    .filter(({ line, text }) => !/^\s*(#|$)/.test(text) || isContinued(lines[line - 2] ?? ''));
}
