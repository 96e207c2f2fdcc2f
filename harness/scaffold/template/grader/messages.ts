import { messages } from '#harness';

/** What the exercise asks for, as the statement says it. */
export const name = 'first-box';
export const image = 'node:20-alpine3.17';

/** Each message: what was found, what was asked, what to type next. Its placeholders are checked by the compiler. */
export const say = messages({
  noContainer: {
    ko: '`first-box` 컨테이너가 없습니다(지금 있는 컨테이너: {found}). `docker run -itd --name first-box node:20-alpine3.17 sh` 를 실행하세요.',
    en: 'There is no `first-box` container (containers here: {found}). Run `docker run -itd --name first-box node:20-alpine3.17 sh`.',
  },
  otherName: {
    ko: '`{found}` 컨테이너를 찾았습니다. `first-box` 이름을 쓰려던 것인가요? `docker rename {found} first-box` 로 고칠 수 있습니다.',
    en: 'Found the container `{found}`; did you mean `first-box`? `docker rename {found} first-box` mends it.',
  },
  otherImage: {
    ko: '컨테이너가 `{found}` 이미지로 만들어졌습니다. `docker rm -f first-box` 를 하고 `node:20-alpine3.17` 이미지로 `docker run` 을 다시 실행하세요.',
    en: 'The container was made from `{found}`. Run `docker rm -f first-box`, then `docker run` again with `node:20-alpine3.17`.',
  },
  notRunning: {
    ko: '`{name}` 컨테이너가 실행 중이 아닙니다(상태: {state}, 종료 코드: {code}). `docker logs {name}` 출력을 보고 `docker start {name}` 명령을 실행하세요.',
    en: 'The container `{name}` is not running (state: {state}, exit code: {code}). Look at `docker logs {name}`, then `docker start {name}`.',
  },
});
