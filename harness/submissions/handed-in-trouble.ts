import { fillText, type Text, type Values } from '../text.ts';
import type { IntakeReason } from './intake.ts';

/** What was handed in cannot be taken: the student's to mend. Becomes a line of `Intake.troubles`, never ends a run. */
export class HandedInTrouble extends Error {
  override readonly name = 'HandedInTrouble';
  readonly reason: IntakeReason;

  constructor(code: keyof typeof texts, values: Values = {}, cause?: unknown) {
    const message = fillText(texts[code], values);
    super(message.en, cause === undefined ? undefined : { cause });
    this.reason = { code, message, fault: operators.has(code) ? 'operator' : 'student' };
  }
}

const texts = {
  ARCHIVE_BROKEN: {
    ko: '압축 파일이 손상되었습니다({detail}). 다시 압축해 제출하도록 안내하세요.',
    en: 'The archive is damaged ({detail}). Have it packed and handed in again.',
  },
  ARCHIVE_KIND: {
    ko: '{kind} 형식의 압축 파일은 풀 수 없습니다. zip 또는 tar.gz 형식으로 다시 제출하도록 안내하세요.',
    en: 'Archives of the kind {kind} are not unpacked. Have it handed in as zip or tar.gz.',
  },
  ARCHIVE_ENCRYPTED: {
    ko: '압축 파일에 암호가 걸려 있습니다(`{path}`). 암호 없이 다시 압축해 제출하도록 안내하세요.',
    en: 'The archive is locked with a password (`{path}`). Have it packed again without one.',
  },
  ARCHIVE_METHOD: {
    ko: '`{path}` 파일의 압축 방식({method})을 풀 수 없습니다. 보통의 zip으로 다시 압축하도록 안내하세요.',
    en: '`{path}` is compressed by a method ({method}) that is not unpacked. Have it packed as an ordinary zip.',
  },
  ARCHIVE_BOMB: {
    ko: '압축을 풀면 {times}배가 넘게 커지는 파일입니다. 풀지 않았습니다.',
    en: 'Unpacked, it would be more than {times} times its size. It was not unpacked.',
  },
  TOO_MANY_ENTRIES: {
    ko: '항목이 {cap}개를 넘습니다. `node_modules` 같은 폴더를 빼고 다시 제출하도록 안내하세요.',
    en: 'It has more than {cap} entries. Have it handed in without folders such as `node_modules`.',
  },
  TOO_MANY_BYTES: {
    ko: '크기가 {megabytes} MiB를 넘습니다. 큰 파일을 빼고 다시 제출하도록 안내하세요.',
    en: 'It is larger than {megabytes} MiB. Have it handed in without its large files.',
  },
  TOO_NESTED: {
    ko: '압축 파일 안에 압축 파일이 너무 깊이 들어 있습니다. 한 번만 압축해 다시 제출하도록 안내하세요.',
    en: 'It holds archives in archives, too deep to be meant. Have it packed once and handed in again.',
  },
  UNSAFE_PATH: {
    ko: '폴더 밖을 가리키거나 쓸 수 없는 경로가 있습니다(`{path}`). 아무것도 풀지 않았습니다.',
    en: 'It has a path that leads out of its folder or cannot be written (`{path}`). Nothing of it was used.',
  },
  DUPLICATE_PATH: {
    ko: '`{path}` 경로가 두 번 들어 있습니다. 어느 쪽이 제출물인지 알 수 없으니 다시 제출하도록 안내하세요.',
    en: '`{path}` is in it twice, and which one was meant cannot be known. Have it handed in again.',
  },
  CASE_COLLISION: {
    ko: '`{path}` 와 `{other}` 경로는 대소문자만 다릅니다. 하나를 지우고 다시 제출하도록 안내하세요.',
    en: '`{path}` and `{other}` differ only in capitals. Have one of them removed.',
  },
  LINK: {
    ko: '폴더가 아니라 링크입니다. 링크는 따라가지 않습니다. 진짜 폴더를 두세요.',
    en: 'It is a link, not a folder, and links are not followed. Put the folder itself there.',
  },
  UNREADABLE: {
    ko: '읽을 수 없습니다({detail}). `ls -ld` 명령으로 권한을 확인하세요.',
    en: 'It cannot be read ({detail}). Look at its permissions with `ls -ld`.',
  },
  EMPTY: {
    ko: '안에 아무 파일도 없습니다. 제출한 것이 맞는지 학생에게 확인하세요.',
    en: 'There is not a single file in it. Ask the student whether this was all.',
  },
  WHICH_ASSIGNMENT: {
    ko: '어느 과제의 제출물인지 알 수 없습니다({slugs} 과제 가운데 하나). `--assignment` 옵션으로 과제를 고르거나 과제 이름의 폴더에 넣으세요.',
    en: 'It could be a submission for any of {slugs}. Choose one with `--assignment`, or put it in a folder of the assignment’s name.',
  },
  NO_ASSIGNMENT: {
    ko: '과제 이름의 폴더도, 과제가 요구하는 파일도 없습니다(있는 것: {entries}).',
    en: 'It holds neither a folder named after an assignment nor a file that one asks for (it holds: {entries}).',
  },
  NEAR_ASSIGNMENT: {
    ko: '`{name}` 폴더의 이름을 과제 이름 `{slug}` 로 바꾸세요.',
    en: 'The folder `{name}` should be called `{slug}`, after the assignment.',
  },
  GIT_ADDRESS: {
    ko: '`{url}` 주소는 쓸 수 없습니다. `https://…` 또는 `git@host:path` 형식의 저장소 주소로 고치세요.',
    en: '`{url}` is not taken. Write the repository’s address as `https://…` or `git@host:path`.',
  },
  GIT_LOCAL: {
    ko: '`{url}` 저장소는 이 컴퓨터에 있습니다. 학생이 적은 주소가 아닐 때만 `--local-repositories` 옵션으로 허용하세요.',
    en: '`{url}` is on this machine. Only where no student wrote the address, allow it with `--local-repositories`.',
  },
  GIT_REF: {
    ko: '`{ref}` 이름은 커밋(40자리), 브랜치, 태그 어느 것도 아닙니다. CSV의 그 칸을 고치세요.',
    en: '`{ref}` is neither a commit (40 digits) nor a branch nor a tag. Mend that cell of the CSV.',
  },
  GIT_EMPTY: {
    ko: '`{url}` 저장소가 비어 있습니다. 학생이 `git push` 했는지 확인하세요.',
    en: 'The repository `{url}` is empty. Ask the student whether the work was pushed.',
  },
  GIT_NO_COMMIT: {
    ko: '`{url}` 저장소에 `{ref}` 커밋이 없습니다. 커밋은 40자리로 적고, 학생이 `git push` 했는지 확인하세요.',
    en: 'The repository `{url}` has no `{ref}`. Write a commit with all 40 digits, and see that it was pushed.',
  },
  GIT_BROKEN: {
    ko: '저장소가 손상되었습니다({detail}). 학생에게 `git fsck` 를 실행하고 다시 올리도록 안내하세요.',
    en: 'The repository is damaged ({detail}). Have the student run `git fsck` and push again.',
  },
  GIT_UNREACHABLE: {
    ko: '`{url}` 저장소를 가져올 수 없습니다({detail}). 주소, 네트워크, 읽기 권한(ssh 키 또는 `~/.netrc`)을 확인하세요.',
    en: 'The repository `{url}` cannot be fetched ({detail}). Check the address, the network and your right to read it (an ssh key, or `~/.netrc`).',
  },
  GIT_SLOW: {
    ko: '`{url}` 저장소를 {seconds}초 안에 가져오지 못했습니다. 네트워크를 확인하고 다시 실행하세요.',
    en: 'The repository `{url}` was not fetched within {seconds} seconds. Check the network and run it again.',
  },
} satisfies Record<string, Text>;

/** What an operator has to mend or may try again: it must never become a student's zero. */
const operators = new Set<keyof typeof texts>([
  'LINK',
  'UNREADABLE',
  'WHICH_ASSIGNMENT',
  'GIT_ADDRESS',
  'GIT_LOCAL',
  'GIT_REF',
  'GIT_NO_COMMIT',
  'GIT_UNREACHABLE',
  'GIT_SLOW',
]);
