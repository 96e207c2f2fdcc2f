/** A student's script from bytes to text, as forgiving as a terminal is about how an editor saved it. */
import { fillText, type Text, type Values } from '../../text.ts';
import { readUtf8, type TextTrouble } from '../../utf8.ts';

/** The largest script that is replayed, in bytes. */
export const scriptBytesLimit = 1024 * 1024;

/** Why a file cannot be typed into a terminal at all; `code` is upper snake case and stable. */
export interface ScriptRefusal {
  code: 'SCRIPT_TOO_BIG' | 'SCRIPT_UTF16' | 'SCRIPT_BINARY' | 'SCRIPT_NOT_UTF8';
  message: Text;
}

/** The text to type, or the reason why there is none. */
export type ScriptText =
  | { kind: 'text'; text: string; remarks: { line: number; text: Text }[] }
  | { kind: 'refused'; refusal: ScriptRefusal };

const tooBig: Text = {
  ko: '`{file}` 파일의 크기가 {bytes} 바이트로 한도인 {limit} 바이트를 넘습니다. 직접 입력한 명령만 남기고 다시 저장하세요.',
  en: '`{file}` has {bytes} bytes, more than the limit of {limit}. Keep only the commands that you typed and save it again.',
};
const utf16: Text = {
  ko: '`{file}` 파일이 UTF-16으로 저장되어 있습니다. `iconv -f UTF-16 -t UTF-8 {file} > new.sh` 명령으로 바꾸거나, 편집기에서 UTF-8로 다시 저장하세요.',
  en: '`{file}` is saved as UTF-16. Convert it with `iconv -f UTF-16 -t UTF-8 {file} > new.sh`, or save it as UTF-8 in your editor.',
};
const binary: Text = {
  ko: '`{file}` 파일의 {line}번째 줄에 NUL 바이트가 있어 텍스트로 읽을 수 없습니다. `file {file}` 명령으로 어떤 파일인지 확인하세요.',
  en: '`{file}` has a NUL byte on line {line}: it is not a text file. See what it is with `file {file}`.',
};
const notUtf8: Text = {
  ko: '`{file}` 파일의 {line}번째 줄이 UTF-8이 아닙니다. 한글 Windows에서 저장했다면 `iconv -f CP949 -t UTF-8 {file} > new.sh` 명령으로 바꾸세요.',
  en: 'Line {line} of `{file}` is not UTF-8. If it was saved on Korean Windows, convert it with `iconv -f CP949 -t UTF-8 {file} > new.sh`.',
};
const foreignShebang: Text = {
  ko: '첫 줄이 `{program}` 프로그램을 가리키지만, 이 파일의 줄들은 bash 터미널에 그대로 입력됩니다.',
  en: 'The first line names `{program}`, but the lines of this file are typed into a bash terminal all the same.',
};

/**
 * Reads a script: the byte order mark goes, CRLF and old Mac line ends become LF, tabs stay.
 * A file that no terminal could take is refused with what is wrong and how to repair it.
 * @param file its name, for the message
 */
export function scriptText(bytes: Uint8Array, file = 'solution.sh'): ScriptText {
  if (bytes.length > scriptBytesLimit) {
    return refuse('SCRIPT_TOO_BIG', tooBig, { file, bytes: bytes.length, limit: scriptBytesLimit });
  }
  const read = readUtf8(bytes);
  if ('trouble' in read) return refuseTrouble(read.trouble, file);
  const text = withUnixLines(read.text);
  return { kind: 'text', text, remarks: remarksOn(text) };
}

function refuse(code: ScriptRefusal['code'], template: Text, values: Values): ScriptText {
  return { kind: 'refused', refusal: { code, message: fillText(template, values) } };
}

function refuseTrouble(trouble: TextTrouble, file: string): ScriptText {
  if (trouble.kind === 'utf16') return refuse('SCRIPT_UTF16', utf16, { file });
  const { kind, line } = trouble;
  return kind === 'binary'
    ? refuse('SCRIPT_BINARY', binary, { file, line })
    : refuse('SCRIPT_NOT_UTF8', notUtf8, { file, line });
}

function withUnixLines(text: string): string {
  const unix = text.replace(/\r+\n/g, '\n').replace(/\r+$/, '');
  return unix.includes('\n') ? unix : unix.replace(/\r/g, '\n');
}

const shells = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'rbash']);

function remarksOn(text: string): { line: number; text: Text }[] {
  const words = /^#!\s*(.*)/.exec(text)?.[1]?.split(/\s+/) ?? [];
  const program = words
    .map((word) => word.replace(/^.*\//, ''))
    .find((name) => name !== 'env' && !name.startsWith('-'));
  if (program === undefined || program === '' || shells.has(program)) return [];
  return [{ line: 1, text: fillText(foreignShebang, { program }) }];
}
