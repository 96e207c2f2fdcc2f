import { messages } from '#harness';

export const say = messages({
  noExport: {
    ko: '`docker export` 로 내보낸 컨테이너가 없습니다. `docker export node-run > node-run.tar` 를 실행하세요.',
    en: 'No container was exported. Run `docker export node-run > node-run.tar`.',
  },
  savedInstead: {
    ko: '`docker export` 대신 `docker save` 를 썼습니다. save는 이미지를 레이어와 설정까지 그대로 담고, export는 컨테이너의 파일만 담습니다. `docker export node-run > node-run.tar` 를 실행하세요.',
    en: 'This is `docker save`, which keeps an image with its layers and settings; export takes a container’s files alone. Run `docker export node-run > node-run.tar`.',
  },
  otherSource: {
    ko: '내보낸 컨테이너는 `{found}` 컨테이너입니다. `node-run` 컨테이너를 내보내야 합니다. `docker export node-run > node-run.tar` 를 실행하고 다시 가져오세요.',
    en: 'The container `{found}` was exported; `node-run` was asked. Run `docker export node-run > node-run.tar` and import that.',
  },
  nearSource: {
    ko: '내보낸 컨테이너의 이름이 `{found}` 입니다. `node-run` 이름을 잘못 적었나요? `docker rename {found} node-run` 명령으로 고칠 수 있습니다.',
    en: 'The container that was exported is called `{found}`; did you mean `node-run`? `docker rename {found} node-run` mends it.',
  },
  sourceOfOther: {
    ko: '내보낸 `node-run` 컨테이너는 `{found}` 이미지로 만들어졌습니다. `docker rm -f node-run` 을 하고 `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0` 을 실행한 뒤 다시 내보내세요.',
    en: 'The `node-run` that was exported was made from `{found}`. Run `docker rm -f node-run`, then `docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0`, and export it again.',
  },
  neverMet: {
    ko: '“No command specified” 오류를 만난 기록이 없습니다. `docker import node-run.tar node-run:3.0` 으로 CMD 없이 가져와서 `docker run -itd --name=node-run3 -p 6064:6060 node-run:3.0` 을 실행해 보고 나서 고치세요.',
    en: 'The error “No command specified” never came up. Import without CMD, `docker import node-run.tar node-run:3.0`, try `docker run -itd --name=node-run3 -p 6064:6060 node-run:3.0`, and only then mend it.',
  },
  metElsewhere: {
    ko: '“No command specified” 오류가 `{found}` 이미지에서 났습니다. 가져온 이미지에서 만나야 합니다. `docker import node-run.tar node-run:3.0` 뒤에 `docker run node-run:3.0` 을 실행하세요.',
    en: '“No command specified” came from `{found}`, which was not imported. Meet it on an import: `docker import node-run.tar node-run:3.0`, then `docker run node-run:3.0`.',
  },
  otherError: {
    ko: '실행이 실패하기는 했지만 다른 오류입니다: `{error}`. 가져온 이름이 `noderun` 인지 `node-run` 인지 `docker images` 로 보고 `docker run node-run:3.0` 을 실행하세요.',
    en: 'The start failed with another error: `{error}`. See with `docker images` whether the import is called `noderun` or `node-run`, then run `docker run node-run:3.0`.',
  },
  noImage: {
    ko: '`{ref}` 이미지가 없습니다(새로 만든 이미지: {found}). `{command}` 명령을 실행하세요.',
    en: 'There is no `{ref}` image (images made here: {found}). Run `{command}`.',
  },
  notFlat: {
    ko: '`{ref}` 이미지의 레이어가 {layers}개입니다(`{how}` 명령으로 생김). export한 파일을 import하면 레이어 하나로 합쳐집니다. `docker export node-run > node-run.tar` 뒤에 `{command}` 명령을 실행하세요.',
    en: '`{ref}` has {layers} layers (it comes from `{how}`); export and import leave one. Run `docker export node-run > node-run.tar`, then `{command}`.',
  },
  notImported: {
    ko: '`{ref}` 이미지는 레이어가 하나이지만 `{how}` 명령으로 생겼습니다. `docker import` 로 가져와야 합니다. `{command}` 명령을 실행하세요.',
    en: '`{ref}` has one layer, but it comes from `{how}`, not from `docker import`. Run `{command}`.',
  },
  savedArchive: {
    ko: '`{ref}` 이미지에 앱 대신 `manifest.json` 파일이 있습니다. `docker save` 로 만든 파일을 import했기 때문입니다. `docker export node-run > node-run.tar` 뒤에 `{command}` 명령을 실행하세요.',
    en: '`{ref}` holds `manifest.json` instead of the app: a file from `docker save` was imported. Run `docker export node-run > node-run.tar`, then `{command}`.',
  },
  noApp: {
    ko: '`{ref}` 이미지에 `/app/runapp.js` 파일이 없습니다. `docker exec node-run ls /app` 으로 확인하고, 다시 내보낸 뒤에 `{command}` 명령을 실행하세요.',
    en: 'There is no `/app/runapp.js` in `{ref}`. Look with `docker exec node-run ls /app`, export again, then `{command}`.',
  },
  otherApp: {
    ko: '`{ref}` 이미지의 `/app/runapp.js` 파일은 `node-run` 컨테이너의 것이 아닙니다. 다른 tar를 가져온 것 같습니다. `docker export node-run > node-run.tar` 뒤에 `{command}` 명령을 실행하세요.',
    en: 'The `/app/runapp.js` in `{ref}` is not that of `node-run`: this looks like another tar. Run `docker export node-run > node-run.tar`, then `{command}`.',
  },
  notBare: {
    ko: '`node-run:4.0` 이미지에 이미 시작 명령 `{found}` 값이 있습니다. 두 번째 방법에서는 Dockerfile이 CMD를 더합니다. `--change` 없이 `docker import node-run.tar node-run:4.0` 을 실행하세요.',
    en: '`node-run:4.0` has the start command `{found}` already; the second way adds CMD with a Dockerfile. Run `docker import node-run.tar node-run:4.0` without `--change`.',
  },
  noCommand: {
    ko: '`{ref}` 이미지에 시작 명령이 없습니다. 그래서 “No command specified” 오류가 납니다. `{command}` 명령으로 CMD를 넣으세요.',
    en: '`{ref}` has no start command, hence “No command specified”. Put a CMD in: `{command}`.',
  },
  runLineOnly: {
    ko: '`{name}` 컨테이너는 `docker run` 줄에 적은 명령으로 돌지만, `{ref}` 이미지에는 여전히 시작 명령이 없습니다. `{command}` 명령으로 이미지에 CMD를 넣고 명령 없이 실행하세요.',
    en: 'The container `{name}` runs by the command on its `docker run` line; the image `{ref}` still has none. Put CMD into the image, `{command}`, and run it without a command.',
  },
  quotesLost: {
    ko: '`{ref}` 이미지의 시작 명령이 `{found}` 입니다. 셸이 따옴표를 없애서 JSON 목록이 아니게 되었습니다. 전체를 작은따옴표로, 안쪽을 큰따옴표로 감싸세요: `{command}`.',
    en: 'The start command of `{ref}` is `{found}`: the shell took the quotes away, so it is no JSON list. Single quotes around it, double quotes inside: `{command}`.',
  },
  relativePath: {
    ko: '`{ref}` 이미지의 시작 명령이 `{found}` 입니다. 가져올 때 WORKDIR도 사라져서 node가 `/` 에서 파일을 찾습니다. `/app/runapp.js` 처럼 절대 경로로 쓰고 `{command}` 명령을 실행하세요.',
    en: '`{ref}` starts `{found}`: a relative path, but WORKDIR was lost, so node looks in `/`. Write the whole path `/app/runapp.js`: `{command}`.',
  },
  otherCommand: {
    ko: '`{ref}` 이미지의 시작 명령이 `{found}` 입니다. `node /app/runapp.js` 를 시작해야 합니다. CMD를 고치고 `{command}` 명령을 실행하세요.',
    en: '`{ref}` starts `{found}`; it should start `node /app/runapp.js`. Mend the CMD and run `{command}`.',
  },
  buildFailed: {
    ko: '`docker build` 가 실패해서 `node-run:5.0` 이미지가 없습니다: `{error}`. `Dockerfile_noderun4` 의 첫 줄이 `FROM node-run:4.0` 인지 보고 `docker build -t node-run:5.0 -f Dockerfile_noderun4 .` 를 다시 실행하세요.',
    en: '`docker build` failed, so there is no `node-run:5.0`: `{error}`. See that `Dockerfile_noderun4` begins with `FROM node-run:4.0`, then run `docker build -t node-run:5.0 -f Dockerfile_noderun4 .` again.',
  },
  notBuilt: {
    ko: '`node-run:5.0` 이미지는 `{how}` 명령으로 생겼습니다. 두 번째 방법은 Dockerfile로 빌드하는 것입니다. `docker build -t node-run:5.0 -f Dockerfile_noderun4 .` 를 실행하세요.',
    en: '`node-run:5.0` comes from `{how}`; the second way is a build. Run `docker build -t node-run:5.0 -f Dockerfile_noderun4 .`.',
  },
  otherBase: {
    ko: '`node-run:5.0` 이미지의 바탕이 `{found}` 이미지입니다. 가져온 `node-run:4.0` 이미지여야 합니다. `Dockerfile_noderun4` 에 `FROM node-run:4.0` 을 쓰고 다시 빌드하세요.',
    en: '`node-run:5.0` builds on `{found}`, not on the import. Write `FROM node-run:4.0` in `Dockerfile_noderun4` and build again.',
  },
  otherFrom: {
    ko: '`Dockerfile_noderun4` 의 FROM 값이 `{found}` 입니다. CMD 없이 가져온 이미지를 고치려면 `FROM node-run:4.0` 을 쓰고 다시 빌드하세요.',
    en: '`Dockerfile_noderun4` builds on `{found}`. It is the bare import that needs a CMD: write `FROM node-run:4.0` and build again.',
  },
  moreFiles: {
    ko: '`node-run:5.0` 이미지에 {bytes}바이트의 파일이 더 들어갔습니다. CMD 한 줄이면 됩니다. `Dockerfile_noderun4` 에 `FROM` 과 `CMD` 만 남기고 다시 빌드하세요.',
    en: '`node-run:5.0` adds {bytes} bytes of files to `node-run:4.0`; a CMD is enough. Leave `FROM` and `CMD` alone in `Dockerfile_noderun4` and build again.',
  },
  noContainer: {
    ko: '`{name}` 컨테이너가 없습니다(다른 컨테이너: {found}). `{command}` 명령을 실행하세요.',
    en: 'There is no container `{name}` (others here: {found}). Run `{command}`.',
  },
  createFailed: {
    ko: '`{name}` 컨테이너를 만들지 못했습니다: `{error}`. 원인을 고치고 `{command}` 명령을 실행하세요.',
    en: 'The container `{name}` could not be created: `{error}`. Mend the cause and run `{command}`.',
  },
  otherImage: {
    ko: '`{name}` 컨테이너가 `{ref}` 이미지가 아니라 `{found}` 이미지로 만들어졌습니다. `docker rm -f {name}` 뒤에 `{command}` 명령을 실행하세요.',
    en: 'The container `{name}` was made from `{found}`, not from `{ref}`. Run `docker rm -f {name}`, then `{command}`.',
  },
  olderImage: {
    ko: '`{name}` 컨테이너를 만든 뒤에 `{ref}` 이미지를 다시 만들었습니다. 컨테이너는 옛 이미지 그대로입니다. `docker rm -f {name}` 뒤에 `{command}` 명령을 실행하세요.',
    en: '`{ref}` was made anew after the container `{name}` was started, which keeps the old image. Run `docker rm -f {name}`, then `{command}`.',
  },
  startFailed: {
    ko: '`{name}` 컨테이너를 만들었지만 시작하지 못했습니다: `{error}`. 이미지를 고치고 `docker rm {name}` 뒤에 `{command}` 명령을 실행하세요.',
    en: 'The container `{name}` was created but could not start: `{error}`. Mend the image, then `docker rm {name}` and `{command}`.',
  },
  notRunning: {
    ko: '`{name}` 컨테이너가 실행 중이 아닙니다(상태: {state}, 종료 코드: {code}, 로그: `{log}`). `docker logs {name}` 명령으로 이유를 찾아 고치고 다시 실행하세요.',
    en: 'The container `{name}` is not running (state: {state}, exit code: {code}, log: `{log}`). Find out why with `docker logs {name}`, mend it and start it again.',
  },
  notPublished: {
    ko: '`{name}` 컨테이너가 공개한 포트가 `{found}` 입니다. `{wanted}` 이어야 합니다. `docker rm -f {name}` 뒤에 `docker run -itd --name={name} -p {wanted} {ref}` 명령을 실행하세요.',
    en: 'The container `{name}` publishes `{found}`; `{wanted}` was asked. Run `docker rm -f {name}`, then `docker run -itd --name={name} -p {wanted} {ref}`.',
  },
  noAnswer: {
    ko: '`curl localhost:{port}` 명령에 아무 응답이 없습니다. 앱이 정말 시작되었는지 `docker top {name}`, `docker logs {name}` 명령으로 확인하세요.',
    en: 'Nothing answers `curl localhost:{port}`. See with `docker top {name}` and `docker logs {name}` whether the app really runs.',
  },
  otherAnswer: {
    ko: '`curl localhost:{port}` 명령의 응답이 `{found}` 입니다. `{expected}` 줄이 와야 합니다. `docker rm -f {name}` 명령을 실행하고 이미지의 앱을 그대로 실행하세요.',
    en: '`curl localhost:{port}` answers `{found}`; `{expected}` was expected. Run `docker rm -f {name}` and start the image’s own app as it is.',
  },
  noteUnread: {
    ko: '`lost.yaml` 에 고칠 곳이 있습니다.\n{problem}\n고친 뒤에 `drydock check fix-import-cmd` 를 다시 실행하세요.',
    en: '`lost.yaml` needs mending.\n{problem}\nMend it, then run `drydock check fix-import-cmd` again.',
  },
  partsInBoth: {
    ko: '`lost.yaml` 의 `lost` 와 `kept` 두 곳에 모두 적은 것이 있습니다: {parts}. 한 곳에만 적으세요. `docker image inspect noderun:1.0 node-run:4.0` 으로 비교할 수 있습니다.',
    en: '`lost.yaml` has this in `lost` and in `kept`: {parts}. Leave it in one; `docker image inspect noderun:1.0 node-run:4.0` shows which.',
  },
  partsMissing: {
    ko: '`lost.yaml` 의 어느 목록에도 없는 것이 있습니다: {parts}. `docker image inspect noderun:1.0 node-run:4.0` 으로 비교하고 `lost` 나 `kept` 에 적으세요.',
    en: '`lost.yaml` does not tell of: {parts}. Compare with `docker image inspect noderun:1.0 node-run:4.0`, and put each into `lost` or `kept`.',
  },
  partsWrong: {
    ko: '`lost.yaml` 에서 다시 볼 것: {parts}. {name} 값은 `noderun:1.0` 이미지에서 `{before}`, `node-run:4.0` 이미지에서 `{after}` 입니다. `docker image inspect` 와 `docker image history` 로 비교하세요.',
    en: 'Look again in `lost.yaml` at: {parts}. Of {name}, `noderun:1.0` has `{before}` and `node-run:4.0` has `{after}`. Compare with `docker image inspect` and `docker image history`.',
  },
  otherPid1: {
    ko: '`lost.yaml` 에 `{name}` 컨테이너의 PID 1이 `{found}` 값으로 적혀 있지만, 실제로는 `{program}` 프로그램입니다. `docker exec {name} ps` 를 실행해 보세요.',
    en: '`lost.yaml` says that PID 1 of `{name}` is `{found}`; it is `{program}`. See `docker exec {name} ps`.',
  },
  imageName: {
    ko: '`{found}` 이미지는 있지만 `{wanted}` 이미지는 없습니다. 이름을 잘못 적었나요? `docker tag {found} {wanted}` 명령으로 고칠 수 있습니다.',
    en: 'Found `{found}`; did you mean `{wanted}`? `docker tag {found} {wanted}` mends it.',
  },
  containerName: {
    ko: '`{found}` 컨테이너는 있지만 `{wanted}` 컨테이너는 없습니다. 이름을 잘못 적었나요? `docker rename {found} {wanted}` 명령으로 고칠 수 있습니다.',
    en: 'Found the container `{found}`; did you mean `{wanted}`? `docker rename {found} {wanted}` mends it.',
  },
});
