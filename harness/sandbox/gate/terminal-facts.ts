import { get } from '../../node-http.ts';
import type { Call } from './call.ts';
import type { Side } from './exchange.ts';

const answerCap = 2 ** 20;
const deadlineMs = 5_000;

/** The few members of both inspect answers that matter here. */
interface Facts {
  Config?: { Tty?: boolean; OpenStdin?: boolean };
  OpenStdin?: boolean;
  ProcessConfig?: { tty?: boolean };
}

/**
 * Asks the engine whether the stream of an attach or an exec has a terminal and takes input. The engine knows it whatever
 * the student renamed or removed; until it answers, and if it does not, both count as false.
 */
export function learnTerminal(side: Side, call: Call): void {
  const { path, query } = call.record;
  if (call.kind === 'attach') {
    ask(side, path.replace(/attach$/, 'json'), ({ Config }) => {
      call.tty = Config?.Tty === true;
      call.stdin = Config?.OpenStdin === true && isTrue(query.stdin);
    });
  } else if (call.kind === 'exec') {
    ask(side, path.replace(/start$/, 'json'), ({ OpenStdin, ProcessConfig }) => {
      call.tty = ProcessConfig?.tty === true;
      call.stdin = OpenStdin === true;
    });
  }
}

/** As the engine reads booleans in a query. */
function isTrue(value: string | undefined): boolean {
  return !['', '0', 'no', 'false', 'none'].includes((value ?? '').toLowerCase());
}

function ask(side: Side, path: string, learn: (facts: Facts) => void): void {
  const asked = get({ socketPath: side.enginePath, path, agent: false, timeout: deadlineMs }, (answer) => {
    let body = '';
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => {
      body += text;
      if (body.length > answerCap) asked.destroy();
    });
    answer.on('error', () => undefined);
    answer.on('end', () => {
      const facts = factsOf(body);
      if (answer.statusCode === 200 && facts) learn(facts);
    });
  });
  asked.on('timeout', () => asked.destroy());
  asked.on('error', () => undefined);
}

/** Student code runs beside the engine: its answers are not trusted to be what they should. */
function factsOf(body: string): Facts | null {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
