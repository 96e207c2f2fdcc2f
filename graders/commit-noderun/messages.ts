import { messages } from '#harness';

export const say = messages({
  noContainer: {
    ko: '`node-run` 컨테이너가 없습니다(지금 있는 컨테이너: {found}). `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` 을 실행하고, 커밋한 뒤에도 지우지 마세요.',
    en: 'There is no `node-run` container (containers here: {found}). Run `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0`, and keep it after the commit.',
  },
  otherStart: {
    ko: '`{name}` 컨테이너가 `{found}` 이미지로 실행되었습니다. 처음에 주어진 `noderun:1.0` 이미지여야 합니다. `docker rm -f {name}` 뒤에 `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` 을 실행하세요.',
    en: 'The container `{name}` runs `{found}`; it should run the `noderun:1.0` that was there at the start. After `docker rm -f {name}`, run `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0`.',
  },
  notRunning: {
    ko: '`{name}` 컨테이너가 실행 중이 아닙니다(상태: {state}, 종료 코드: {code}). `docker logs {name}` 출력에서 이유를 찾고 `docker start {name}` 명령을 실행하세요.',
    en: 'The container `{name}` is not running (state: {state}, exit code: {code}). Find out why with `docker logs {name}`, then `docker start {name}`.',
  },
  otherContainerName: {
    ko: '컨테이너 이름이 `{found}` 입니다. `{wanted}` 이어야 합니다. `docker rename {found} {wanted}` 명령으로 고칠 수 있습니다.',
    en: 'Found the container `{found}`; did you mean `{wanted}`? `docker rename {found} {wanted}` mends it.',
  },
  copyFailed: {
    ko: '`docker cp` 가 실패했습니다: `{error}`. 경로를 확인하고 `docker cp runapp.js node-run:/app/runapp.js` 를 실행하세요.',
    en: '`docker cp` failed: `{error}`. Look at the paths, then run `docker cp runapp.js node-run:/app/runapp.js`.',
  },
  copiedElsewhere: {
    ko: '파일을 `{container}` 컨테이너의 `{target}` 경로에 복사했습니다. `node-run` 컨테이너에 넣어야 합니다. `docker cp runapp.js node-run:/app/runapp.js` 를 실행하세요.',
    en: 'The file went into the container `{container}` (`{target}`), not into `node-run`. Run `docker cp runapp.js node-run:/app/runapp.js`.',
  },
  noCopy: {
    ko: '`node-run` 컨테이너에 파일을 복사한 기록이 없습니다. 고친 앱을 `docker cp runapp.js node-run:/app/runapp.js` 로 넣으세요.',
    en: 'Nothing was copied into `node-run`. Put the patched app in with `docker cp runapp.js node-run:/app/runapp.js`.',
  },
  notCopied: {
    ko: '`node-run` 컨테이너의 `/app/runapp.js` 파일이 바뀌었지만 `docker cp` 로 바꾼 것이 아닙니다. 호스트에서 고친 파일을 `docker cp runapp.js node-run:/app/runapp.js` 로 넣으세요.',
    en: '`/app/runapp.js` in `node-run` was changed, but not with `docker cp`. Patch the file on the host and put it in with `docker cp runapp.js node-run:/app/runapp.js`.',
  },
  wrongTarget: {
    ko: '파일을 `{target}` 경로에 복사했지만, 앱이 실행하는 `/app/runapp.js` 파일은 그대로입니다. `docker cp runapp.js node-run:/app/runapp.js` 를 실행하세요.',
    en: 'The file went to `{target}`, and `/app/runapp.js`, which the app runs, is as it was. Run `docker cp runapp.js node-run:/app/runapp.js`.',
  },
  notRestarted: {
    ko: '{copyLine}번 줄에서 파일을 바꾼 뒤로 `node-run` 컨테이너를 다시 시작하지 않았습니다. node는 시작할 때 파일을 한 번만 읽으므로 아직 옛 코드가 돌고 있습니다. `docker restart node-run` 을 실행하세요.',
    en: '`node-run` was not restarted after line {copyLine} changed the file. Node reads the file once, when it starts, so the old code still runs. Run `docker restart node-run`.',
  },
  commitFailed: {
    ko: '`docker commit` 이 실패해서 새 이미지가 없습니다: `{error}`. `docker commit node-run node-run:2.0` 을 실행하세요.',
    en: '`docker commit` failed, so there is no new image: `{error}`. Run `docker commit node-run node-run:2.0`.',
  },
  notNew: {
    ko: '`{name}` 이미지는 `noderun:1.0` 이미지에 이름만 하나 더 붙인 것입니다. 바꾼 컨테이너를 `docker commit node-run node-run:2.0` 으로 이미지로 만드세요.',
    en: '`{name}` is only another name of `noderun:1.0`. Make an image of the changed container: `docker commit node-run node-run:2.0`.',
  },
  noImage: {
    ko: '`node-run:2.0` 이미지가 없습니다(지금 있는 이미지: {found}). `docker commit node-run node-run:2.0` 을 실행하세요.',
    en: 'There is no `node-run:2.0` image (images here: {found}). Run `docker commit node-run node-run:2.0`.',
  },
  otherImageName: {
    ko: '새 이미지의 이름이 `{found}` 입니다. `node-run:2.0` 이어야 합니다(슬라이드의 `noderun:2.0` 도 됩니다). `docker tag {found} node-run:2.0` 으로 고칠 수 있습니다.',
    en: 'The new image is called `{found}`; did you mean `node-run:2.0` (the slide’s `noderun:2.0` will do, too)? `docker tag {found} node-run:2.0` mends it.',
  },
  notCommitted: {
    ko: '`{name}` 이미지가 커밋으로 만들어지지 않았습니다(만들어진 방법: {how}). 바꾼 컨테이너를 `docker commit node-run node-run:2.0` 으로 이미지로 만드세요.',
    en: '`{name}` was not made by a commit (it came from: {how}). Make an image of the changed container: `docker commit node-run node-run:2.0`.',
  },
  otherSource: {
    ko: '`{name}` 이미지는 `{container}` 컨테이너를 커밋한 것입니다. 고친 컨테이너는 `node-run` 입니다. `docker commit node-run node-run:2.0` 을 실행하세요.',
    en: '`{name}` was committed from the container `{container}`; the patched one is `node-run`. Run `docker commit node-run node-run:2.0`.',
  },
  otherBase: {
    ko: '`{name}` 이미지의 아래 레이어가 `noderun:1.0` 이미지의 레이어와 다릅니다. `docker history {name}` 출력을 보고, `noderun:1.0` 으로 실행한 컨테이너를 `docker commit node-run node-run:2.0` 으로 커밋하세요.',
    en: 'The layers below `{name}` are not those of `noderun:1.0`. Look at `docker history {name}`, and commit a container that runs `noderun:1.0`: `docker commit node-run node-run:2.0`.',
  },
  committedTooEarly: {
    ko: '{commitLine}번 줄에서 `{name}` 이미지를 커밋한 뒤에 {copyLine}번 줄에서 파일을 복사했습니다. 커밋은 그 순간의 컨테이너를 담습니다. `docker commit node-run node-run:2.0` 을 다시 실행하고, `node-run3` 컨테이너도 다시 만드세요.',
    en: 'Line {commitLine} committed `{name}`, and only line {copyLine} copied the file. A commit holds the container as it is at that moment: run `docker commit node-run node-run:2.0` again, and make `node-run3` anew.',
  },
  oldApp: {
    ko: '`{name}` 이미지 안의 `/app/runapp.js` 파일이 `noderun:1.0` 이미지의 것과 같습니다. `docker cp runapp.js node-run:/app/runapp.js` 뒤에 `docker commit node-run node-run:2.0` 을 실행하세요.',
    en: '`/app/runapp.js` in `{name}` is still that of `noderun:1.0`. Run `docker cp runapp.js node-run:/app/runapp.js`, then `docker commit node-run node-run:2.0`.',
  },
  layers: {
    ko: '`{name}` 이미지에는 `noderun:1.0` 위에 레이어가 {count}개 있습니다. 하나여야 합니다. `docker history {name}` 출력을 보고, 커밋은 한 번만 하세요: `docker commit node-run node-run:2.0`.',
    en: '`{name}` has {count} layers above `noderun:1.0`; one was asked. Look at `docker history {name}`, and commit once: `docker commit node-run node-run:2.0`.',
  },
  alsoInside: {
    ko: '`{name}` 이미지의 새 레이어에 `/app/runapp.js` 말고 다른 것도 있습니다: {paths}. 커밋은 컨테이너에서 바뀐 것을 모두 담습니다. `docker diff node-run` 으로 확인하고, 새 컨테이너에서 앱 파일만 바꿔 다시 커밋하세요.',
    en: 'The new layer of `{name}` holds more than `/app/runapp.js`: {paths}. A commit takes all that changed in the container: look at `docker diff node-run`, and commit a fresh container in which only the app’s file was changed.',
  },
  configChanged: {
    ko: '`{name}` 이미지의 {field} 값이 `{found}` 입니다. `noderun:1.0` 처럼 `{expected}` 이어야 합니다. 컨테이너를 `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` 으로 실행하고, `-c` 옵션 없이 커밋하세요.',
    en: 'The {field} of `{name}` is `{found}`; it should be `{expected}`, as in `noderun:1.0`. Start the container with `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0`, and commit it without `-c`.',
  },
  noSecond: {
    ko: '`node-run3` 컨테이너가 없습니다(지금 있는 컨테이너: {found}). `docker run -itd --name=node-run3 -p 6063:6060 {name}` 명령을 실행하세요.',
    en: 'There is no `node-run3` container (containers here: {found}). Run `docker run -itd --name=node-run3 -p 6063:6060 {name}`.',
  },
  otherNameRun: {
    ko: '{commitLine}번 줄에서 `{name}` 이라는 이름으로 커밋하고, {runLine}번 줄에서는 `{ran}` 이미지를 실행했습니다. 그런 이미지는 없습니다. `docker run -itd --name=node-run3 -p 6063:6060 {name}` 명령을 실행하세요.',
    en: 'Line {commitLine} committed `{name}`, but line {runLine} ran `{ran}`, and there is no such image. Run `docker run -itd --name=node-run3 -p 6063:6060 {name}`.',
  },
  secondFailed: {
    ko: '`node-run3` 컨테이너를 실행하지 못했습니다: `{error}`. 옵션을 고쳐 `docker run -itd --name=node-run3 -p 6063:6060 {name}` 명령을 실행하세요.',
    en: 'The `node-run3` container could not be run: `{error}`. Mend the options: `docker run -itd --name=node-run3 -p 6063:6060 {name}`.',
  },
  otherImage: {
    ko: '{commitLine}번 줄에서 커밋한 이미지는 `{name}` 인데, {runLine}번 줄에서 실행한 컨테이너는 `{ran}` 이미지로 돌고 있습니다. `docker rm -f node-run3` 뒤에 `docker run -itd --name=node-run3 -p 6063:6060 {name}` 명령을 실행하세요.',
    en: 'Line {commitLine} made `{name}`, but the container of line {runLine} runs `{ran}`. After `docker rm -f node-run3`, run `docker run -itd --name=node-run3 -p 6063:6060 {name}`.',
  },
  startedBefore: {
    ko: '{runLine}번 줄에서 컨테이너를 실행한 뒤에 {commitLine}번 줄에서 `{name}` 이미지를 다시 만들었습니다. 컨테이너는 아직 예전 이미지로 돌고 있습니다. `docker rm -f node-run3` 뒤에 `docker run -itd --name=node-run3 -p 6063:6060 {name}` 명령을 실행하세요.',
    en: 'Line {commitLine} made `{name}` anew after line {runLine} had started the container, which still runs the image before it. After `docker rm -f node-run3`, run `docker run -itd --name=node-run3 -p 6063:6060 {name}`.',
  },
  notPublished: {
    ko: '공개된 포트가 `{found}` 입니다. `6063:6060` 이어야 합니다. `docker rm -f node-run3` 뒤에 `-p 6063:6060` 을 넣어 다시 실행하세요.',
    en: 'The container publishes `{found}`; `6063:6060` was asked. Run `docker rm -f node-run3` and start it again with `-p 6063:6060`.',
  },
  noAnswer: {
    ko: '`curl localhost:6063` 에 아무것도 답하지 않습니다. `docker logs node-run3` 을 보세요. 앱은 6060 포트에서 기다려야 합니다.',
    en: 'Nothing answers `curl localhost:6063`. Look at `docker logs node-run3`; the app should listen on port 6060.',
  },
  otherAnswer: {
    ko: '`curl localhost:6063` 의 답이 `{found}` 입니다. `HostName: {expected}` 이어야 합니다. `runapp.js` 에서 바꿀 것은 로그 두 줄뿐입니다.',
    en: '`curl localhost:6063` gives `{found}`; `HostName: {expected}` was expected. Only the two log lines of `runapp.js` were to change.',
  },
  noNewLog: {
    ko: '요청을 보내도 `node-run3` 로그에 `{text}` 줄이 남지 않습니다. `docker logs node-run3` 을 보고, 고친 `runapp.js` 가 담긴 이미지를 다시 커밋하고 실행하세요.',
    en: 'A request leaves no `{text}` in the logs of `node-run3`. Look at `docker logs node-run3`, and commit and run an image with the patched `runapp.js` again.',
  },
  originalGone: {
    ko: '`noderun:1.0` 이미지가 없어졌습니다. 새 버전에는 새 이름을 주고 옛 이미지는 남겨 두어야 되돌아갈 수 있습니다. `docker rmi noderun:1.0` 줄을 지우고 다시 해 보세요.',
    en: '`noderun:1.0` is gone. Give a new version a new name and keep the old image, so that there is a way back: leave out `docker rmi noderun:1.0`.',
  },
  originalChanged: {
    ko: '`noderun:1.0` 이라는 이름이 처음에 주어진 이미지가 아닌 다른 이미지를 가리킵니다(만들어진 방법: {how}). 새 이미지에는 새 이름을 주세요: `docker commit node-run node-run:2.0`.',
    en: 'The name `noderun:1.0` no longer means the image that was there at the start (now it comes from: {how}). Give the new image a new name: `docker commit node-run node-run:2.0`.',
  },
  freshSilent: {
    ko: '`{name}` 이미지로 새 컨테이너를 실행하고 요청을 보내도 로그에 `{text}` 줄이 없습니다. `runapp.js` 의 로그 두 줄을 고치고 `docker cp runapp.js node-run:/app/runapp.js` 부터 다시 하세요.',
    en: 'A fresh container of `{name}` does not log `{text}` when a request comes. Mend the two log lines of `runapp.js`, and begin again with `docker cp runapp.js node-run:/app/runapp.js`.',
  },
  freshBase: {
    ko: '`noderun:1.0` 으로 새로 실행한 컨테이너에도 `{text}` 줄이 나옵니다. 1.0은 옛 앱이어야 합니다. 새 이미지에는 새 이름을 주세요: `docker commit node-run node-run:2.0`.',
    en: 'A fresh `noderun:1.0` logs `{text}`, too; 1.0 should still be the old app. Give the new image a new name: `docker commit node-run node-run:2.0`.',
  },
});
