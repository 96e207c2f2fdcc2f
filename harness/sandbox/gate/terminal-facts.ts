import { get } from 'node:http';
import type { Side } from './exchange.ts';
import type { Call } from './recorder.ts';

const answerCap = 2 ** 20;
const deadlineMs = 5_000;

interface ContainerFacts {
  Config?: { Tty?: boolean; OpenStdin?: boolean };
}
interface ExecFacts {
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
    ask(side, path.replace(/attach$/, 'json'), ({ Config }: ContainerFacts) => {
      call.tty = Config?.Tty === true;
      call.stdin = Config?.OpenStdin === true && isTrue(query.stdin);
    });
  } else if (call.kind === 'exec') {
    ask(side, path.replace(/start$/, 'json'), ({ OpenStdin, ProcessConfig }: ExecFacts) => {
      call.tty = ProcessConfig?.tty === true;
      call.stdin = OpenStdin === true;
    });
  }
}

/** As the engine reads booleans in a query. */
function isTrue(value: string | undefined): boolean {
  return !['', '0', 'no', 'false', 'none'].includes((value ?? '').toLowerCase());
}

function ask<T>(side: Side, path: string, learn: (facts: T) => void): void {
  const asked = get({ socketPath: side.enginePath, path, agent: false, timeout: deadlineMs }, (answer) => {
    let body = '';
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => {
      body += text;
      if (body.length > answerCap) asked.destroy();
    });
    answer.on('error', () => undefined);
    answer.on('end', () => {
      if (answer.statusCode === 200) learn(JSON.parse(body) as T);
    });
  });
  asked.on('timeout', () => asked.destroy());
  asked.on('error', () => undefined);
}
