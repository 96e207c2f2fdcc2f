import { messages } from '#harness';

export const say = messages({
  noImage: {
    ko: '`noderun:1.0` 이미지가 없습니다(지금 있는 이미지: {found}). `docker build -t noderun:1.0 .` 를 실행하세요.',
    en: 'There is no `noderun:1.0` image (images here: {found}). Run `docker build -t noderun:1.0 .`.',
  },
  nearImage: {
    ko: '`{found}` 이미지를 찾았습니다. 혹시 `noderun:1.0` 이름을 쓰려고 했나요? `docker tag {found} noderun:1.0` 으로 이름을 더하거나, 빌드하는 명령의 이름을 고치세요. 나머지 항목은 찾은 이미지로 채점합니다.',
    en: 'Found `{found}`; did you mean `noderun:1.0`? `docker tag {found} noderun:1.0` gives it that name, or correct the name in the command that builds. The rest is graded on the image found.',
  },
  buildFailed: {
    ko: '`docker build` 가 실패해서 `noderun:1.0` 이미지가 없습니다: `{error}`. Dockerfile을 고치고 `docker build -t noderun:1.0 .` 를 다시 실행하세요.',
    en: '`docker build` failed, so there is no `noderun:1.0`: `{error}`. Mend the Dockerfile and run `docker build -t noderun:1.0 .` again.',
  },
  notBuilt: {
    ko: '`{name}` 이미지를 빌드한 기록이 없습니다(만들어진 방법: {how}). Dockerfile이 있는 폴더에서 `docker build -t noderun:1.0 .` 를 실행하세요.',
    en: '`{name}` was not built here (it came from: {how}). Run `docker build -t noderun:1.0 .` in the folder with the Dockerfile.',
  },
  otherBase: {
    ko: '`{name}` 이미지의 바탕이 `node:20-alpine3.17` 이미지가 아닙니다. Dockerfile의 첫 줄을 `FROM node:20-alpine3.17` 로 고치고 `docker build -t noderun:1.0 .` 를 실행하세요.',
    en: '`{name}` does not build on `node:20-alpine3.17`. Make the first line of the Dockerfile `FROM node:20-alpine3.17` and run `docker build -t noderun:1.0 .`.',
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
    ko: '`{found}` 컨테이너를 찾았습니다. 혹시 `node-run` 이름을 쓰려고 했나요? `docker rename {found} node-run` 으로 고칠 수 있습니다. 나머지 항목은 찾은 컨테이너로 채점합니다.',
    en: 'Found the container `{found}`; did you mean `node-run`? `docker rename {found} node-run` mends it. The rest is graded on the container found.',
  },
  createFailed: {
    ko: '`node-run` 컨테이너를 만들지 못했습니다: `{error}`. 옵션을 고쳐 `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` 을 실행하세요.',
    en: 'The `node-run` container could not be created: `{error}`. Mend the options: `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0`.',
  },
  startFailed: {
    ko: '`{name}` 컨테이너를 만들었지만 시작하지 못했습니다: `{error}`. 원인을 고치고 `docker rm {name}` 뒤에 `docker run` 을 다시 실행하세요.',
    en: 'The `{name}` container was created but could not be started: `{error}`. Mend the cause, then `docker rm {name}` and `docker run` again.',
  },
  notRunning: {
    ko: '`{name}` 컨테이너가 실행 중이 아닙니다(상태: {state}, 종료 코드: {code}). `docker logs {name}` 명령으로 이유를 찾고 `docker start {name}` 명령을 실행하세요.',
    en: 'The `{name}` container is not running (state: {state}, exit code: {code}). Find out why with `docker logs {name}`, then `docker start {name}`.',
  },
  paused: {
    ko: '`{name}` 컨테이너가 일시 중지되어 있습니다(상태: paused). `docker unpause {name}` 명령을 실행하세요.',
    en: 'The `{name}` container is paused; it should run. `docker unpause {name}` lets it go on.',
  },
  otherImage: {
    ko: '`{name}` 컨테이너가 `{found}` 이미지로 만들어졌습니다. 지금 빌드되어 있는 이미지로 만들려면 `docker rm -f {name}` 명령을 실행하고 `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` 을 다시 실행하세요.',
    en: 'The `{name}` container was made from `{found}`, not from the image as it is built now. Run `docker rm -f {name}`, then `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` again.',
  },
  otherHostname: {
    ko: '`{name}` 컨테이너의 호스트 이름이 `{found}` 입니다. `node-run` 이어야 합니다. `docker rm -f {name}` 명령을 실행하고 `-h node-run` 옵션을 넣어 다시 실행하세요.',
    en: 'The hostname of the container is `{found}`; `node-run` was asked. Run `docker rm -f {name}` and start it again with `-h node-run`.',
  },
  notPublished: {
    ko: '`{name}` 컨테이너가 공개한 포트가 없습니다. `6060:6060` 이어야 합니다. `docker rm -f {name}` 명령을 실행하고 `-p 6060:6060` 옵션을 넣어 다시 실행하세요.',
    en: 'The container publishes no port; `6060:6060` was asked. Run `docker rm -f {name}` and start it again with `-p 6060:6060`.',
  },
  noAnswer: {
    ko: '`curl localhost:{port}` 에 아무 응답이 없습니다. 앱이 컨테이너 안의 6060 포트에서 기다리는지 `docker logs {name}` 명령과 `docker port {name}` 명령으로 확인하세요.',
    en: 'Nothing answers `curl localhost:{port}`. See with `docker logs {name}` and `docker port {name}` whether the app listens on 6060 in the container.',
  },
  otherAnswer: {
    ko: '`curl localhost:{port}` 의 응답이 `{found}` 입니다. `HostName: {expected}` 줄이 와야 합니다. `runapp.js` 에서 `process.env.HOSTNAME` 을 쓰는지 확인하세요.',
    en: '`curl localhost:{port}` answers `{found}`; `HostName: {expected}` was expected. See whether `runapp.js` writes `process.env.HOSTNAME`.',
  },
  noLog: {
    ko: '`docker logs {name}` 출력에 `{line}` 줄이 없습니다. `runapp.js` 의 `console.log` 를 슬라이드와 같게 고치고 `docker build -t noderun:1.0 .` 로 다시 빌드해서 실행하세요.',
    en: '`docker logs {name}` has no line `{line}`. Make the `console.log` in `runapp.js` as on the slide, build with `docker build -t noderun:1.0 .` and run again.',
  },
  logsOff: {
    ko: '`{name}` 컨테이너의 로그 드라이버가 `none` 이라 로그가 남지 않습니다. `docker rm -f {name}` 명령을 실행하고 `--log-driver none` 없이 `docker run` 을 다시 실행하세요.',
    en: 'The log driver of `{name}` is `none`, so nothing is kept. Run `docker rm -f {name}`, then `docker run` again without `--log-driver none`.',
  },
  fixedHostname: {
    ko: '호스트 이름이 `{hostname}` 인 새 컨테이너의 답이 `{found}` 입니다. 이름을 코드에 적어 두지 말고 `process.env.HOSTNAME` 을 쓰세요. 고친 뒤 `docker build -t noderun:1.0 .` 를 실행하세요.',
    en: 'A new container with the hostname `{hostname}` answered `{found}`. Do not write the name into the code: use `process.env.HOSTNAME`, then `docker build -t noderun:1.0 .`.',
  },
  slowStop: {
    ko: '`docker stop {name}` 명령이 {seconds}초 걸렸고 종료 코드는 {code}입니다. 2초 안에 143으로 끝나야 합니다. tini가 PID 1인지 `docker exec {name} ps` 로 확인하세요.',
    en: '`docker stop {name}` took {seconds} s and ended with {code}; 143 within 2 s was expected. See with `docker exec {name} ps` whether tini is PID 1.',
  },
  otherExit: {
    ko: '`docker stop {name}` 뒤의 종료 코드가 {code}입니다. SIGTERM으로 끝나면 143(128+15)입니다. `runapp.js` 에서 SIGTERM을 따로 처리하는 코드를 지우세요. 확인: `docker inspect -f "{{.State.ExitCode}}" {name}`.',
    en: 'After `docker stop {name}` the exit code is {code}; ended by SIGTERM it is 143 (128+15). Remove what handles SIGTERM in `runapp.js`. See `docker inspect -f "{{.State.ExitCode}}" {name}`.',
  },
  unnamedImage: {
    ko: '빌드한 이미지에 이름이 없습니다(ID: `{id}`). `-t` 옵션을 넣어 `docker build -t noderun:1.0 .` 로 빌드하거나, `docker tag {id} noderun:1.0` 으로 이름을 붙이세요.',
    en: 'The image you built has no name (its id is `{id}`). Build with `docker build -t noderun:1.0 .`, or name it with `docker tag {id} noderun:1.0`.',
  },
  randomPort: {
    ko: '`{name}` 컨테이너의 호스트 쪽 포트를 도커가 골랐습니다(`{found}`). `-P` 나 포트 하나만 쓴 `-p` 는 시작할 때마다 다른 포트를 씁니다. `docker rm -f {name}` 명령을 실행하고 `-p 6060:6060` 옵션으로 다시 실행하세요.',
    en: 'Docker chose the host port of the container (`{found}`): `-P`, and `-p` with one port alone, give another one at each start. Run `docker rm -f {name}` and start it again with `-p 6060:6060`.',
  },
  otherAddress: {
    ko: '`{name}` 컨테이너의 포트가 한 주소에만 공개되어(`{found}`) `localhost` 로는 닿지 않습니다. `docker rm -f {name}` 명령을 실행하고 주소 없이 `-p 6060:6060` 옵션으로 다시 실행하세요.',
    en: 'The container publishes its port on one address alone (`{found}`), which `localhost` does not reach. Run `docker rm -f {name}` and start it again with `-p 6060:6060`, without an address.',
  },
  otherHostPort: {
    ko: '`{name}` 컨테이너가 공개한 포트가 `{found}` 입니다. 왼쪽이 호스트의 포트이므로 `6060:6060` 이어야 합니다. `docker rm -f {name}` 명령을 실행하고 `-p 6060:6060` 옵션으로 다시 실행하세요.',
    en: 'The container publishes `{found}`; the host’s port stands on the left, and `6060:6060` was asked. Run `docker rm -f {name}` and start it again with `-p 6060:6060`.',
  },
  otherPort: {
    ko: '`{name}` 컨테이너가 공개한 포트가 `{found}` 입니다. 오른쪽은 앱이 기다리는 컨테이너의 포트이므로 `6060:6060` 이어야 합니다. `docker rm -f {name}` 명령을 실행하고 `-p 6060:6060` 옵션으로 다시 실행하세요.',
    en: 'The container publishes `{found}`; the port on the right is where the app listens in the container, so `6060:6060` was asked. Run `docker rm -f {name}` and start it again with `-p 6060:6060`.',
  },
  unreachable: {
    ko: '앱이 기다리는 6060 포트에 `localhost` 로 닿을 길이 없습니다(공개한 포트: {found}). `docker rm -f {name}` 명령을 실행하고 `-p 6060:6060` 옵션으로 다시 실행한 뒤 `curl localhost:6060` 으로 확인하세요.',
    en: 'No way leads from `localhost` to port 6060 of the app (published: {found}). Run `docker rm -f {name}`, start it again with `-p 6060:6060`, and see with `curl localhost:6060`.',
  },
  historyUnread: {
    ko: '`docker image history {name}` 명령을 실행해 보세요. Dockerfile의 어느 줄이 어느 단계를 만들었는지와 크기가 보입니다. 이 이미지에는 단계가 {count}개 있고, 첫 단계는 `{step}` 입니다.',
    en: 'Try `docker image history {name}`: it tells which line of the Dockerfile made which step, and how large each is. This image has {count} of them over its base; the first is `{step}`.',
  },
  copiedFirst: {
    ko: '`{copy}` 단계가 `{run}` 단계보다 앞에 있습니다. 이러면 앱을 한 글자만 고쳐도 패키지를 다시 설치합니다. `RUN apk add …` 줄을 `COPY` 줄 위로 옮기면 빌드 캐시를 그대로 씁니다.',
    en: '`{copy}` stands before `{run}`, so one changed letter in the app installs all packages anew. Move `RUN apk add …` above `COPY`, and the build takes it from the cache.',
  },
  leaked: {
    ko: '`{step}` 단계가 비밀 파일을 이미지에 넣었습니다: {found}. 나중에 지워도 그 레이어에 남아, 이미지를 받은 사람은 누구나 읽을 수 있습니다. `.dockerignore` 파일에 그 이름을 적거나 `COPY runapp.js .` 만 쓰고 다시 빌드하세요.',
    en: '`{step}` put secrets into the image: {found}. Even if a later step removes them, they stay in that layer, and whoever has the image can read them. Name them in `.dockerignore`, or write `COPY runapp.js .`, and build again.',
  },
  ballast: {
    ko: '`{step}` 단계가 앱에 필요 없는 것을 이미지에 넣었습니다: {found}. `.dockerignore` 파일에 그 이름을 적거나 `COPY runapp.js .` 만 쓰고 다시 빌드하세요.',
    en: '`{step}` put into the image what the app does not need: {found}. Name it in `.dockerignore`, or write `COPY runapp.js .`, and build again.',
  },
  large: {
    ko: '`{name}` 이미지가 바탕 이미지보다 {size} MB 큽니다({limit} MB면 넉넉합니다). 가장 큰 단계는 {stepSize} MB인 `{step}` 입니다. 다른 단계에서 지워도 이미지는 작아지지 않으니 같은 `RUN` 안에서 지우세요. `docker image history {name}` 명령으로 단계마다 크기를 볼 수 있습니다.',
    en: '`{name}` is {size} MB larger than its base, where {limit} MB is plenty. The largest step is `{step}` with {stepSize} MB. A later step that removes files makes no image smaller: remove them in the same `RUN`. `docker image history {name}` shows the size of each step.',
  },
  noHealthcheck: {
    ko: '이미지에 HEALTHCHECK가 없어서, 앱이 응답하지 않아도 `docker ps` 는 실행 중이라고만 보여 줍니다. 이미 설치한 curl로 `HEALTHCHECK CMD curl -f localhost:6060 || exit 1` 줄을 Dockerfile에 더해 보세요.',
    en: 'The image has no HEALTHCHECK, so `docker ps` says that it is up even when the app no longer answers. The curl that you have installed can tell: add `HEALTHCHECK CMD curl -f localhost:6060 || exit 1` to the Dockerfile.',
  },
  unhealthy: {
    ko: '앱은 응답하는데 HEALTHCHECK 명령(`{test}`)이 컨테이너 안에서 종료 코드 {code}(0이어야 합니다)로 끝나, 도커가 컨테이너를 unhealthy로 봅니다. `docker exec {name} {typed}` 명령으로 이유를 찾고 Dockerfile을 고치세요.',
    en: 'The app answers, but its HEALTHCHECK (`{test}`) ends in the container with {code} instead of 0, so Docker takes it for unhealthy. Find out why with `docker exec {name} {typed}` and mend the Dockerfile.',
  },
});
