import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fitToWidth, Progress, plainLine, type Step, stepLine } from './progress.ts';

const replay: Step = {
  phase: { ko: '명령 실행', en: 'typing' },
  subject: 'build-noderun',
  detail: '3: docker ps',
};

function sink(columns = 40) {
  const drawn: string[] = [];
  return { columns, color: false, drawn, draw: (text: string) => void drawn.push(text) };
}

describe('a terminal', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('one line is redrawn, and the cursor comes back', () => {
    const screen = sink();
    const progress = new Progress(screen, 'live', 'en');
    progress.show(replay);
    vi.advanceTimersByTime(250);
    progress[Symbol.dispose]();
    expect(screen.drawn[0]).toBe('\x1b[?25l');
    expect(screen.drawn.at(-1)).toBe('\r\x1b[2K\x1b[?25h');
    const lines = screen.drawn.slice(1, -1);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).not.toContain('\n');
    expect(lines[0]).toContain('build-noderun · typing');
  });

  test('nothing is drawn after disposal, and disposing twice is harmless', () => {
    const screen = sink();
    const progress = new Progress(screen, 'live', 'en');
    progress.show(replay);
    progress[Symbol.dispose]();
    const count = screen.drawn.length;
    progress[Symbol.dispose]();
    vi.advanceTimersByTime(1000);
    expect(screen.drawn).toHaveLength(count);
  });

  test('a line that stays goes above the live one', () => {
    const screen = sink();
    using progress = new Progress(screen, 'live', 'en');
    progress.show(replay);
    progress.say('a remark');
    expect(screen.drawn.at(-1)).toBe('\r\x1b[2Ka remark\n');
  });
});

test('without a terminal each phase is one plain line', () => {
  const log = sink();
  using progress = new Progress(log, 'lines', 'ko');
  progress.show(replay);
  progress.show({ ...replay, detail: '4: docker images' });
  progress.show({ ...replay, phase: { ko: '채점', en: 'checking' } });
  expect(log.drawn).toEqual(['build-noderun · 명령 실행\n', 'build-noderun · 채점\n']);
});

test('silent is silent', () => {
  const log = sink();
  using progress = new Progress(log, 'silent', 'ko');
  progress.show(replay);
  progress.say('a remark');
  expect(log.drawn).toEqual([]);
});

describe('what a student wrote', () => {
  test('cannot move the cursor or open a line', () => {
    const line = plainLine('echo \x1b[2J\x1b]0;title\x07 \r\ndone\u202e\x07');
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(line).toContain('⏎ done');
  });

  test.each([
    ['docker run --name 웹서버 -d nginx', 20],
    ['한글한글한글', 5],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 4],
    ['plain', 0],
  ])('%s fits into %i cells', (text, room) => {
    const fitted = fitToWidth(text, room);
    expect(stringWidth(fitted)).toBeLessThanOrEqual(room);
    expect(fitted.endsWith('…') || room === 0).toBe(true);
  });

  test('what fits stays whole', () => {
    expect(fitToWidth('한글', 4)).toBe('한글');
    expect(stepLine(replay, 'en')).toBe('build-noderun · typing · 3: docker ps');
  });
});
