/** What a replay tells the reader about what it did, one template each. */
import { fillText, type Text } from '../../text.ts';
import { closeAll, closeAttach, closeWait } from './endings.ts';

const templates = {
  ended: {
    ko: '{line}번째 줄의 `{command}` 명령은 스스로 끝나지 않아 사람이 하듯 끝냈습니다: {keys}.',
    en: 'Line {line}: `{command}` does not end by itself and was ended as a person would: {keys}.',
  },
  commandTime: {
    ko: '{line}번째 줄의 `{command}` 명령이 명령 하나의 제한 시간 {seconds}초를 넘어 끝냈습니다: {keys}.',
    en: 'Line {line}: `{command}` reached the limit of {seconds} s for one command and was ended: {keys}.',
  },
  scriptTime: {
    ko: '{line}번째 줄의 `{command}` 명령을 실행하는 동안 스크립트 전체의 제한 시간 {seconds}초가 지났습니다. 그 뒤의 명령 {count}개는 입력하지 않았습니다.',
    en: 'The limit of {seconds} s for the whole script was reached at line {line}, `{command}`. The {count} command(s) after it were not typed.',
  },
  tooLate: {
    ko: '스크립트 전체의 제한 시간 {seconds}초가 지나 {line}번째 줄의 `{command}` 명령부터 명령 {count}개를 입력하지 않았습니다.',
    en: 'The limit of {seconds} s for the whole script was reached before line {line}, `{command}`: {count} command(s) were not typed.',
  },
  flood: {
    ko: '{line}번째 줄의 `{command}` 명령의 출력이 한도인 {bytes} 바이트를 넘어 끝냈습니다: {keys}.',
    en: 'Line {line}: `{command}` showed more than the limit of {bytes} bytes and was ended: {keys}.',
  },
  cut: {
    ko: '{line}번째 줄의 `{command}` 명령의 출력은 앞의 {bytes} 바이트만 남겼습니다.',
    en: 'Line {line}: only the first {bytes} bytes of what `{command}` showed are kept.',
  },
  scriptOutput: {
    ko: '{line}번째 줄의 `{command}` 명령에서 스크립트 전체의 출력이 한도인 {bytes} 바이트를 넘었습니다. 그 뒤의 출력은 남기지 않았습니다.',
    en: 'Line {line}: the script has shown more than its limit of {bytes} bytes at `{command}`; what came after is not kept.',
  },
  stuck: {
    ko: '{line}번째 줄의 `{command}` 명령은 어떤 키로도 끝낼 수 없어 터미널을 닫았습니다. 그 뒤의 명령 {count}개는 입력하지 않았습니다.',
    en: 'Line {line}: no key could end `{command}`, so the terminal was closed. The {count} command(s) after it were not typed.',
  },
  exited: {
    ko: '{line}번째 줄의 `{command}` 명령에서 셸이 끝나(종료 코드: {code}) 그 뒤의 명령 {count}개는 입력하지 않았습니다.',
    en: 'The shell ended at line {line}, `{command}` (exit code: {code}): the {count} command(s) after it were not typed.',
  },
  inside: {
    ko: '{line}번째 줄의 `{command}` 명령이 연 셸에 그 뒤의 명령 {count}개를 {last}번째 줄까지 입력했습니다. 그 셸이 알리지 않으므로 각 명령의 종료 코드는 알 수 없습니다.',
    en: 'The {count} command(s) after line {line}, `{command}`, up to line {last}, were typed into the shell that it opened; their exit codes are unknown, since that shell does not tell them.',
  },
  noShell: {
    ko: '{line}번째 줄의 `{command}` 명령이 셸을 열지 못해(종료 코드: {code}) 그 셸에 입력할 명령 {count}개를 {last}번째 줄까지 입력하지 않았습니다.',
    en: 'Line {line}: `{command}` opened no shell (exit code: {code}), so the {count} command(s) for it, up to line {last}, were not typed.',
  },
  unfinished: {
    ko: '{line}번째 줄에서 시작한 명령이 파일 끝까지 완성되지 않았습니다. 닫지 않은 따옴표, `fi`, `done`, here-document가 있는지 확인하세요: `{command}`.',
    en: 'The command that begins on line {line} is never finished: look for a quote, `fi`, `done` or here-document that is not closed: `{command}`.',
  },
} satisfies Record<string, Text>;

/** What the gate does has no key whose name every language shares. */
const actionsInKorean: Record<string, string> = {
  [closeAttach.name]: '연결된 스트림 닫기',
  [closeWait.name]: '대기 요청 닫기',
  [closeAll.name]: '연결 모두 닫기',
};

/** The longest part of a command that a remark quotes, in characters. */
const quoteLength = 80;

/** What a remark says beyond the command; `keys` are names of endings. */
export interface RemarkValues {
  keys?: readonly string[];
  seconds?: number;
  bytes?: number;
  count?: number;
  /** Line of the last command that is spoken of. */
  last?: number;
  code?: number | string;
}

/** A remark on a command, by its kind. */
export function remark(
  kind: keyof typeof templates,
  command: { line: number; text: string },
  values: RemarkValues = {},
): { line: number; text: Text } {
  const { keys = [], ...others } = values;
  const common = { line: command.line, command: quote(command.text), ...others };
  const korean = keys.map((key) => actionsInKorean[key] ?? key);
  const pressed = { ko: korean.join(', '), en: keys.join(', ') };
  return { line: command.line, text: fillText(templates[kind], { ...common, keys: pressed }) };
}

function quote(text: string): string {
  const first = (text.split('\n')[0] ?? '').trim();
  const short = first.length > quoteLength ? `${first.slice(0, quoteLength)}…` : first;
  return short.replaceAll('`', "'");
}
