import { messages } from '#harness';

export const say = messages({
  noImage: {
    ko: '`noderun:1.0` 이미지가 없습니다(지금 있는 이미지: {found}). `docker build -t noderun:1.0 .` 를 실행하세요.',
    en: 'There is no `noderun:1.0` image (images here: {found}). Run `docker build -t noderun:1.0 .`.',
  },
  nearImage: {
    ko: '`{found}` 이미지는 있지만 `noderun:1.0` 이미지는 없습니다. 이름을 잘못 적었나요? `docker build -t noderun:1.0 .` 로 다시 빌드하세요.',
    en: 'Found `{found}`; did you mean `noderun:1.0`? Build it again under that name: `docker build -t noderun:1.0 .`.',
  },
  buildFailed: {
    ko: '`docker build` 가 실패해서 `noderun:1.0` 이미지가 없습니다: `{error}`. Dockerfile을 고치고 `docker build -t noderun:1.0 .` 를 다시 실행하세요.',
    en: '`docker build` failed, so there is no `noderun:1.0`: `{error}`. Mend the Dockerfile and run `docker build -t noderun:1.0 .` again.',
  },
  notBuilt: {
    ko: '`noderun:1.0` 이미지를 빌드한 기록이 없습니다(만들어진 방법: {how}). Dockerfile이 있는 폴더에서 `docker build -t noderun:1.0 .` 를 실행하세요.',
    en: '`noderun:1.0` was not built here (it came from: {how}). Run `docker build -t noderun:1.0 .` in the folder with the Dockerfile.',
  },
  otherBase: {
    ko: '`noderun:1.0` 이미지의 바탕이 `node:20-alpine3.17` 이미지가 아닙니다. Dockerfile의 첫 줄을 `FROM node:20-alpine3.17` 로 고치고 `docker build -t noderun:1.0 .` 를 실행하세요.',
    en: '`noderun:1.0` does not build on `node:20-alpine3.17`. Make the first line of the Dockerfile `FROM node:20-alpine3.17` and run `docker build -t noderun:1.0 .`.',
  },
  otherWorkdir: {
    ko: '이미지의 작업 폴더가 `{found}` 입니다. `/app` 이어야 합니다. Dockerfile에 `WORKDIR /app` 을 쓰고 다시 빌드하세요.',
    en: 'The image works in `{found}`; `/app` was asked. Put `WORKDIR /app` into the Dockerfile and build again.',
  },
  notExposed: {
    ko: '이미지가 여는 포트가 `{found}` 입니다. `6060/tcp` 이어야 합니다. Dockerfile에 `EXPOSE 6060` 을 쓰고 다시 빌드하세요.',
    en: 'The image exposes `{found}`; `6060/tcp` was asked. Put `EXPOSE 6060` into the Dockerfile and build again.',
  },
  noTini: {
    ko: '이미지의 ENTRYPOINT 값이 `{found}` 입니다. tini가 PID 1이어야 신호가 앱에 전달됩니다. `ENTRYPOINT ["/sbin/tini", "--"]` 를 쓰고 다시 빌드하세요.',
    en: 'The image’s ENTRYPOINT is `{found}`. With tini as PID 1 signals reach the app: write `ENTRYPOINT ["/sbin/tini", "--"]` and build again.',
  },
  otherCommand: {
    ko: '컨테이너가 시작될 때 실행되는 명령이 `{found}` 입니다. `node runapp.js` 를 실행해야 합니다. `CMD ["node", "runapp.js"]` 를 쓰고 다시 빌드하세요.',
    en: 'A container starts `{found}`; it should start `node runapp.js`. Write `CMD ["node", "runapp.js"]` and build again.',
  },
  noSource: {
    ko: '제출한 폴더에 `runapp.js` 파일이 없습니다. 슬라이드의 `runapp.js` 를 만들어 `solution.sh` 와 같은 폴더에 두세요.',
    en: 'There is no `runapp.js` in the folder. Write the slide’s `runapp.js` next to `solution.sh`.',
  },
  noApp: {
    ko: '이미지 안에 `{path}` 파일이 없습니다. Dockerfile의 `WORKDIR /app` 뒤에 `COPY runapp.js .` 를 쓰고 다시 빌드하세요.',
    en: 'There is no `{path}` in the image. Put `COPY runapp.js .` after `WORKDIR /app` in the Dockerfile and build again.',
  },
  otherApp: {
    ko: '이미지 안의 `{path}` 파일이 지금의 `runapp.js` 파일과 다릅니다. 고친 뒤에 `docker build -t noderun:1.0 .` 를 다시 실행하세요.',
    en: '`{path}` in the image differs from your `runapp.js`. After an edit, run `docker build -t noderun:1.0 .` again.',
  },
  noContainer: {
    ko: '`node-run` 컨테이너가 없습니다(지금 있는 컨테이너: {found}). `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` 을 실행하세요.',
    en: 'There is no `node-run` container (containers here: {found}). Run `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0`.',
  },
  nearContainer: {
    ko: '`{found}` 컨테이너는 있지만 `node-run` 컨테이너는 없습니다. 이름을 잘못 적었나요? `docker rename {found} node-run` 으로 고칠 수 있습니다.',
    en: 'Found the container `{found}`; did you mean `node-run`? `docker rename {found} node-run` mends it.',
  },
  createFailed: {
    ko: '`node-run` 컨테이너를 만들지 못했습니다: `{error}`. 옵션을 고쳐 `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` 을 실행하세요.',
    en: 'The `node-run` container could not be created: `{error}`. Mend the options: `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0`.',
  },
  startFailed: {
    ko: '`node-run` 컨테이너를 만들었지만 시작하지 못했습니다: `{error}`. 원인을 고치고 `docker rm node-run` 뒤에 `docker run` 을 다시 실행하세요.',
    en: 'The `node-run` container was created but could not be started: `{error}`. Mend the cause, then `docker rm node-run` and `docker run` again.',
  },
  notRunning: {
    ko: '`node-run` 컨테이너가 실행 중이 아닙니다(상태: {state}, 종료 코드: {code}). `docker logs node-run` 으로 이유를 찾고 `docker start node-run` 을 실행하세요.',
    en: 'The `node-run` container is not running (state: {state}, exit code: {code}). Find out why with `docker logs node-run`, then `docker start node-run`.',
  },
  paused: {
    ko: '`node-run` 컨테이너가 일시 중지되어 있습니다(상태: paused). `docker unpause node-run` 을 실행하세요.',
    en: 'The `node-run` container is paused. Run `docker unpause node-run`.',
  },
  otherImage: {
    ko: '`node-run` 컨테이너가 `{found}` 이미지로 만들어졌습니다. 지금의 `noderun:1.0` 이미지로 만들려면 `docker rm -f node-run` 을 하고 `docker run … noderun:1.0` 을 다시 실행하세요.',
    en: 'The `node-run` container was made from `{found}`, not from the present `noderun:1.0`. Run `docker rm -f node-run`, then `docker run … noderun:1.0` again.',
  },
  otherHostname: {
    ko: '`node-run` 컨테이너의 호스트 이름이 `{found}` 입니다. `docker rm -f node-run` 을 하고 `-h node-run` 옵션을 넣어 다시 실행하세요.',
    en: 'The hostname of the container is `{found}`. Run `docker rm -f node-run` and start it again with `-h node-run`.',
  },
  notPublished: {
    ko: '`node-run` 컨테이너가 공개한 포트가 `{found}` 입니다. `6060:6060` 이어야 합니다. `docker rm -f node-run` 을 하고 `-p 6060:6060` 옵션으로 다시 실행하세요.',
    en: 'The container publishes `{found}`; `6060:6060` was asked. Run `docker rm -f node-run` and start it again with `-p 6060:6060`.',
  },
  noAnswer: {
    ko: '`curl localhost:6060` 에 아무 응답이 없습니다. 앱이 6060 포트에서 기다리는지 `docker logs node-run` 과 `docker port node-run` 으로 확인하세요.',
    en: 'Nothing answers `curl localhost:6060`. See with `docker logs node-run` and `docker port node-run` whether the app listens on 6060.',
  },
  otherAnswer: {
    ko: '`curl localhost:6060` 의 응답이 `{found}` 입니다. `HostName: {expected}` 줄이 와야 합니다. `runapp.js` 에서 `process.env.HOSTNAME` 을 쓰는지 확인하세요.',
    en: '`curl localhost:6060` answers `{found}`; `HostName: {expected}` was expected. See whether `runapp.js` writes `process.env.HOSTNAME`.',
  },
  noLog: {
    ko: '`docker logs node-run` 출력에 `{line}` 줄이 없습니다. `runapp.js` 의 `console.log` 를 슬라이드와 같게 고치고 다시 빌드해서 실행하세요.',
    en: '`docker logs node-run` has no line `{line}`. Make the `console.log` in `runapp.js` as on the slide, build and run again.',
  },
  logsOff: {
    ko: '`node-run` 컨테이너의 로그 드라이버가 `none` 이라 로그가 남지 않습니다. `docker rm -f node-run` 을 하고 `--log-driver none` 없이 `docker run` 을 다시 실행하세요.',
    en: 'The log driver of `node-run` is `none`, so nothing is kept. Run `docker rm -f node-run`, then `docker run` again without `--log-driver none`.',
  },
  fixedHostname: {
    ko: '호스트 이름이 `{hostname}` 인 새 컨테이너가 `{found}` 라고 답했습니다. 이름을 코드에 적어 두지 말고 `process.env.HOSTNAME` 을 쓰세요. 고친 뒤 `docker build -t noderun:1.0 .` 를 실행하세요.',
    en: 'A new container with the hostname `{hostname}` answered `{found}`. Do not write the name into the code: use `process.env.HOSTNAME`, then `docker build -t noderun:1.0 .`.',
  },
  slowStop: {
    ko: '`docker stop node-run` 이 {seconds}초 걸렸고 종료 코드는 {code}입니다. 2초 안에 143으로 끝나야 합니다. tini가 PID 1인지 `docker exec node-run ps` 로 확인하세요.',
    en: '`docker stop node-run` took {seconds} s and ended with {code}; 143 within 2 s was expected. See with `docker exec node-run ps` whether tini is PID 1.',
  },
  otherExit: {
    ko: '`docker stop node-run` 뒤의 종료 코드가 {code}입니다. SIGTERM으로 끝나면 143(128+15)입니다. `runapp.js` 에서 SIGTERM을 따로 처리하는 코드를 지우세요. 확인: `docker inspect -f "{{.State.ExitCode}}" node-run`.',
    en: 'After `docker stop node-run` the exit code is {code}; ended by SIGTERM it is 143 (128+15). Remove what handles SIGTERM in `runapp.js`. See `docker inspect -f "{{.State.ExitCode}}" node-run`.',
  },
});
