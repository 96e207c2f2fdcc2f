/** What is said of a file of answers as a whole. */
import type { Text } from '../../text.ts';
import type { TextTrouble } from '../../utf8.ts';

export const missing: Text = {
  ko: '`{path}` 파일이 없습니다. 처음 받은 `{path}` 파일을 제출 폴더에 복사하고 값을 채우세요.',
  en: 'There is no `{path}`. Copy the `{path}` you were given into the folder and fill in its values.',
};
export const misnamed: Text = {
  ko: '`{path}` 파일이 없고 `{found}` 파일이 있습니다. 이름을 잘못 적었나요? `mv {found} {path}` 로 고치세요.',
  en: 'There is no `{path}`, but `{found}`; did you mean that? `mv {found} {path}` mends it.',
};
export const tooBig: Text = {
  ko: '`{path}` 파일이 한도인 {capBytes} 바이트보다 큽니다. 처음 받은 파일에 답만 채워서 다시 저장하세요.',
  en: '`{path}` is larger than the limit of {capBytes} bytes. Save it with nothing but the answers in it.',
};
export const empty: Text = {
  ko: '`{path}` 파일이 비어 있습니다. 처음 받은 `{path}` 파일을 다시 복사하고 값을 채우세요.',
  en: '`{path}` is empty. Copy the `{path}` you were given again and fill in its values.',
};
export const unreadable: Record<TextTrouble['kind'], Text> = {
  utf16: {
    ko: '`{path}` 파일이 UTF-16으로 저장되어 있습니다. 편집기에서 UTF-8로 다시 저장하거나 `iconv -f UTF-16 -t UTF-8 {path} > new.yaml` 로 바꾸세요.',
    en: '`{path}` is saved as UTF-16. Save it as UTF-8 in your editor, or convert it: `iconv -f UTF-16 -t UTF-8 {path} > new.yaml`.',
  },
  binary: {
    ko: '`{path}` 파일의 {line}번째 줄에 NUL 바이트가 있어 텍스트로 읽을 수 없습니다. `file {path}` 로 어떤 파일인지 확인하세요.',
    en: '`{path}` has a NUL byte on line {line}: it is not a text file. See what it is with `file {path}`.',
  },
  'not-utf8': {
    ko: '`{path}` 파일의 {line}번째 줄이 UTF-8이 아닙니다. 한글 Windows에서 저장했다면 `iconv -f CP949 -t UTF-8 {path} > new.yaml` 로 바꾸세요.',
    en: 'Line {line} of `{path}` is not UTF-8. If it was saved on Korean Windows, convert it: `iconv -f CP949 -t UTF-8 {path} > new.yaml`.',
  },
};
export const onLine: Text = {
  ko: '`{path}` {line}번째 줄: {text}',
  en: '`{path}` line {line}: {text}',
};
export const more: Text = { ko: '이 밖에 {more}군데가 더 있습니다.', en: 'And {more} more.' };
export const badSchema: { message: Text; hint: Text } = {
  message: {
    ko: '과제의 `starter/{path}` 파일이 없거나 올바른 JSON Schema가 아닙니다.',
    en: 'The assignment’s `starter/{path}` is missing or not a valid JSON Schema.',
  },
  hint: {
    ko: "`node -e \"JSON.parse(require('fs').readFileSync('{path}'))\"` 로 확인하세요.",
    en: "Check it with `node -e \"JSON.parse(require('fs').readFileSync('{path}'))\"`.",
  },
};
