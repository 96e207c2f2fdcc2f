import { stripVTControlCharacters } from 'node:util';
import type { YAMLError } from 'yaml';
import { fillText, type Text } from '../../text.ts';

const shownChars = 60;

/** What nests too deep to be answers. */
export const deepText: Text = {
  ko: '괄호나 목록이 너무 깊이 겹쳐 있습니다. 처음 받은 파일의 모양을 그대로 두고 값만 채우세요.',
  en: 'it is nested too deep; keep the shape of the file you were given and fill in the values',
};

/** An alias too many, one that leads nowhere, or one that holds itself. */
export const aliasText: Text = {
  ko: '`&이름` 과 `*이름` 으로 값을 가리키지 말고 값을 그대로 적으세요.',
  en: 'write the value itself instead of pointing at another with `&name` and `*name`',
};

const tag: Text = {
  ko: '`{written}` 의 `!` 태그는 쓸 수 없습니다. 값만 적거나, 느낌표로 시작하는 글이라면 따옴표로 감싸세요.',
  en: '`{written}` has a `!` tag; write the plain value, or put quotes around a text that begins with `!`',
};

/** What to say of a value with a tag: it could only be something that no answer is. */
export function tagText(written: string): Text {
  return fillText(tag, { written: shown(written) });
}

type Code = YAMLError['code'];

const unquoted: Text = {
  ko: '`{written}` 부분을 YAML로 읽을 수 없습니다. `:` `#` `*` `&` `@` `%` 나 따옴표가 든 글은 전체를 따옴표로 감싸세요.',
  en: '`{written}` cannot be read as YAML; put quotes around the whole of a text with `:` `#` `*` `&` `@` `%` or quotes in it',
};
const indentation: Text = {
  ko: '`{written}` 줄의 들여쓰기가 맞지 않습니다. 같은 단계의 줄은 같은 수의 빈칸으로 시작하세요.',
  en: '`{written}` is indented differently; begin lines of one level with the same number of spaces',
};

const below: Text = {
  ko: '`{written}` 아래 줄의 들여쓰기가 맞지 않습니다. 같은 단계의 줄은 같은 수의 빈칸으로 시작하세요.',
  en: 'the line below `{written}` is indented differently; begin lines of one level with the same number of spaces',
};

const texts: Partial<Record<Code, Text>> = {
  BAD_INDENT: indentation,
  MULTILINE_IMPLICIT_KEY: {
    ko: '`{written}` 줄에 항목과 값을 나누는 쌍점과 빈칸이 없습니다. `이름: 값` 처럼 적으세요.',
    en: '`{written}` lacks the colon and the space between a key and its value; write `key: value`',
  },
  BLOCK_IN_FLOW: indentation,
  TAB_AS_INDENT: {
    ko: '탭으로 들여썼습니다. YAML은 빈칸으로만 들여씁니다.',
    en: 'a tab indents this line; YAML is indented with spaces alone',
  },
  DUPLICATE_KEY: {
    ko: '`{written}` 줄의 항목이 두 번 적혀 있습니다. 하나만 남기세요.',
    en: '`{written}`: this key is given twice; keep one',
  },
  NON_STRING_KEY: {
    ko: '`{written}` 부분은 항목 이름이 될 수 없습니다. 처음 받은 파일의 이름을 쓰세요.',
    en: '`{written}` cannot be a key; use the names of the file you were given',
  },
  MISSING_CHAR: {
    ko: '`{written}` 근처에 닫는 따옴표나 괄호, 또는 `:` 뒤의 빈칸이 빠졌습니다.',
    en: 'near `{written}` a closing quote or bracket is missing, or the space after `:`',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    ko: '`{written}` 에 `: ` 가 한 번 더 있습니다. 글에 쌍점이 있으면 전체를 따옴표로 감싸세요.',
    en: '`{written}` has another `: ` in it; put quotes around a text with a colon',
  },
  MULTIPLE_DOCS: {
    ko: '`---` 뒤에서 두 번째 문서가 시작됩니다. 하나만 남기세요.',
    en: 'a second document begins after `---`; keep one',
  },
  BAD_ALIAS: aliasText,
  ALIAS_PROPS: aliasText,
  MULTIPLE_ANCHORS: aliasText,
  RESOURCE_EXHAUSTION: deepText,
};

/** What a syntax error of the `yaml` package means to the person who wrote the line, by its code. */
export function syntaxText(code: Code, written: string): Text {
  // Without a colon of its own, what seems to be a key begins on the next line, further in than it should.
  const isBelow = code === 'BLOCK_AS_IMPLICIT_KEY' && !/:(\s|$)/.test(written);
  return fillText(isBelow ? below : (texts[code] ?? unquoted), { written: shown(written) });
}

/** The student's text as a message can show it: short, printable, and not breaking out of its code span. */
function shown(written: string): string {
  const plain = stripVTControlCharacters(written.slice(0, 4 * shownChars))
    .replace(/\p{C}/gu, ' ')
    .replaceAll('`', "'")
    .trim();
  return plain.length > shownChars ? `${plain.slice(0, shownChars)}…` : plain || ' ';
}
