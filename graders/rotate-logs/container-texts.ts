/** What is said of the containers and their logs. */
export const containerTexts = {
  noContainer: {
    ko: '`{name}` 컨테이너가 없습니다(지금 있는 컨테이너: {found}). `{run}` 명령을 실행하세요.',
    en: 'There is no `{name}` container (containers here: {found}). Run `{run}`.',
  },
  createFailed: {
    ko: '`{name}` 컨테이너를 만들지 못했습니다: `{error}`. `{run}` 명령으로 다시 만드세요.',
    en: 'The `{name}` container could not be created: `{error}`. Run `{run}`.',
  },
  nameInUse: {
    ko: '예전 컨테이너가 `{name}` 이름을 쓰고 있어서 새로 만들지 못했습니다. 먼저 `docker rm -f {name}` 명령으로 지우고 `{run}` 명령을 실행하세요.',
    en: 'An older container still has the name `{name}`, so no new one was made. First `docker rm -f {name}`, then `{run}`.',
  },
  startFailed: {
    ko: '`{name}` 컨테이너를 만들었지만 시작하지 못했습니다: `{error}`. `docker rm {name}` 뒤에 `{run}` 명령을 실행하세요.',
    en: 'The `{name}` container was created but could not be started: `{error}`. Run `docker rm {name}`, then `{run}`.',
  },
  stoppedWithDaemon: {
    ko: '`{name}` 컨테이너가 데몬을 다시 시작할 때 함께 멈췄습니다. 재시작 정책이 없는 컨테이너는 다시 켜지지 않습니다. `docker rm {name}` 뒤에 `{run}` 명령으로 새로 만드세요.',
    en: 'The `{name}` container ended when the daemon restarted: without a restart policy it does not come back. Run `docker rm {name}`, then `{run}`.',
  },
  notRunning: {
    ko: '`{name}` 컨테이너가 실행 중이 아닙니다(상태: {state}, 종료 코드: {code}). `docker logs {name}` 명령으로 이유를 찾고 `docker start {name}` 명령을 실행하세요.',
    en: 'The `{name}` container is not running (state: {state}, exit code: {code}). Find out why with `docker logs {name}`, then `docker start {name}`.',
  },
  paused: {
    ko: '`{name}` 컨테이너가 일시 중지되어 있습니다. `docker unpause {name}` 명령을 실행하세요.',
    en: 'The `{name}` container is paused. Run `docker unpause {name}`.',
  },
  otherImage: {
    ko: '`{name}` 컨테이너가 `{found}` 이미지로 만들어졌습니다. `{image}` 이미지여야 합니다. `docker rm -f {name}` 뒤에 `{run}` 명령을 실행하세요.',
    en: 'The `{name}` container was made from `{found}`; `{image}` was asked. Run `docker rm -f {name}`, then `{run}`.',
  },
  otherName: {
    ko: '컨테이너의 이름이 `{found}` 입니다. 과제에서 정한 이름은 `{name}` 입니다. `docker rm -f {name}` 명령으로 그 이름을 비우고 `docker rename {found} {name}` 명령을 실행하세요.',
    en: 'Found the container `{found}`; did you mean `{name}`? Free that name with `docker rm -f {name}`, then `docker rename {found} {name}`.',
  },
  notPublished: {
    ko: '`{name}` 컨테이너가 공개한 포트가 `{found}` 입니다. `{port}:6060` 이어야 합니다. `docker rm -f {name}` 뒤에 `{run}` 명령을 실행하세요.',
    en: 'The `{name}` container publishes `{found}`; `{port}:6060` was asked. Run `docker rm -f {name}`, then `{run}`.',
  },
  noAnswer: {
    ko: '`curl localhost:{port}` 에 앱의 응답이 없습니다. 컨테이너가 앱을 실행하고 있는지 `docker top {name}` 명령과 `docker logs {name}` 명령으로 확인하세요.',
    en: 'The app does not answer `curl localhost:{port}`. See with `docker top {name}` and `docker logs {name}` whether it runs.',
  },
  notRecreated: {
    ko: '`{name}` 컨테이너의 로그 설정이 아직 `{found}` 입니다. {restart}번째 줄에서 데몬을 다시 시작하기 전에 만든 컨테이너이기 때문입니다. 로그 설정은 컨테이너를 만들 때 정해지고 `docker start` 로는 바뀌지 않습니다. `docker rm -f {name}` 뒤에 `{run}` 명령으로 새로 만드세요.',
    en: 'The log settings of `{name}` still are `{found}`: it was made before the daemon restarted on line {restart}. A container keeps the log settings it was created with, and `docker start` changes none. Run `docker rm -f {name}`, then `{run}`.',
  },
  otherLog: {
    ko: '`{name}` 컨테이너의 로그 설정이 `{found}` 입니다. `daemon.json` 의 설정은 `{wanted}` 입니다. `docker rm -f {name}` 뒤에 로그 옵션 없이 `{run}` 명령을 실행하세요.',
    en: 'The log settings of `{name}` are `{found}`, those of `daemon.json` `{wanted}`. Run `docker rm -f {name}`, then `{run}` without log options.',
  },
  notJsonFile: {
    ko: '`{name}` 컨테이너의 로그 드라이버가 `{found}` 이라서 `-json.log` 파일이 없습니다. 드라이버가 `json-file` 일 때 `docker rm -f {name}` 뒤에 `{run}` 명령으로 새로 만드세요.',
    en: 'The log driver of `{name}` is `{found}`, so there is no `-json.log` file. With `json-file` as the driver, run `docker rm -f {name}`, then `{run}`.',
  },
  notRotated: {
    ko: '`{name}` 컨테이너의 로그에 {wrote} 만큼 써 보았더니 로그 파일의 크기가 {sizes} 였습니다(설정: `{found}`). 30 MB마다 새 파일이 생기고 지난 파일이 10개까지 남아야 합니다. `docker inspect -f "{{.HostConfig.LogConfig}}" {name}` 명령으로 설정을 보고, 고친 뒤 `{run}` 명령으로 새로 만드세요.',
    en: 'After {wrote} of log in `{name}` its log files are {sizes} (settings: `{found}`). A new file should begin after every 30 MB, and up to 10 be kept. Look at `docker inspect -f "{{.HostConfig.LogConfig}}" {name}`, mend the settings and make the container anew: `{run}`.',
  },
  noOwnOptions: {
    ko: '`node-run2` 컨테이너를 만들 때 `{missing}` 옵션을 주지 않았습니다. `daemon.json` 과 상관없이 이 컨테이너에만 주는 설정입니다. `docker rm -f node-run2` 뒤에 `{run}` 명령을 실행하세요.',
    en: '`node-run2` was made without `{missing}`: settings of its own, whatever `daemon.json` says. Run `docker rm -f node-run2`, then `{run}`.',
  },
  otherOptions: {
    ko: '`node-run2` 컨테이너의 로그 설정이 `{found}` 입니다. `json-file max-size=30m max-file=10` 이어야 합니다. `docker rm -f node-run2` 뒤에 `{run}` 명령을 실행하세요.',
    en: 'The log settings of `node-run2` are `{found}`; `json-file max-size=30m max-file=10` was asked. Run `docker rm -f node-run2`, then `{run}`.',
  },
  notEmptied: {
    ko: '`node-run` 컨테이너의 로그를 비우지 않았습니다. `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)` 명령을 실행하세요.',
    en: 'The log of `node-run` was never emptied. Run `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)`.',
  },
  emptyFailed: {
    ko: '로그를 비우지 못했습니다: `{error}`. 로그 파일의 경로까지 적어 `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)` 명령을 실행하세요.',
    en: 'The log was not emptied: `{error}`. Give the path of the log, too: `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)`.',
  },
  logRemoved: {
    ko: '로그 파일을 `rm` 으로 지우려고 했습니다. 지워도 데몬이 그 파일을 열어 두고 계속 쓰므로 디스크 공간이 돌아오지 않고 `docker logs` 도 볼 수 없습니다. `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)` 명령으로 비우세요.',
    en: 'The log file was to be removed with `rm`. The daemon keeps it open and goes on writing, so the disk stays full, and `docker logs` shows no more. Empty it: `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)`.',
  },
  otherLogEmptied: {
    ko: '비운 것은 `{found}` 컨테이너의 로그입니다. `node-run` 컨테이너의 로그를 비워야 합니다. `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)` 명령을 실행하세요.',
    en: 'The log that was emptied is that of `{found}`; `node-run`’s was asked. Run `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)`.',
  },
  wasStopped: {
    ko: '로그를 비울 때 `node-run` 컨테이너가 멈춰 있었습니다. 컨테이너를 멈추지 않고도 비울 수 있습니다. 실행 중에 `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)` 명령을 실행하세요.',
    en: 'When its log was emptied, `node-run` was stopped. It need not be: run `sudo truncate -s 0 $(docker inspect -f "{{.LogPath}}" node-run)` while it runs.',
  },
  wasEmpty: {
    ko: '비우기 전에 이미 로그가 비어 있었습니다(0바이트). 먼저 `curl localhost:6060` 명령으로 로그를 남기고 `docker logs node-run` 으로 본 다음에 비우세요.',
    en: 'There was nothing in the log to empty (0 bytes). First make some with `curl localhost:6060` and see it with `docker logs node-run`.',
  },
  neverFailed: {
    ko: 'MySQL 컨테이너가 종료 코드 1로 끝난 적이 없습니다. 먼저 암호 없이 `docker run -itd --name=mydb mysql:5.7-debian` 을 실행하고 `docker ps -a` 로 상태를 보세요.',
    en: 'No MySQL container ended with exit code 1. First run `docker run -itd --name=mydb mysql:5.7-debian` without a password, and look at `docker ps -a`.',
  },
  neverRead: {
    ko: '1로 끝난 MySQL 컨테이너의 로그를 보지 않았습니다. 컨테이너를 지우기 전에 `docker logs mydb` 를 실행해 까닭을 찾으세요.',
    en: 'The log of the MySQL container that ended with 1 was never looked at. Run `docker logs mydb` before you remove it: the cause is there.',
  },
  stillDown: {
    ko: '`mydb` 컨테이너가 암호 옵션 없이 만들어져 종료 코드 1로 끝났습니다(`docker start` 를 해도 같습니다). `docker rm mydb` 뒤에 `docker run -d --name=mydb -e MYSQL_ROOT_PASSWORD=… mysql:5.7-debian` 을 실행하세요.',
    en: '`mydb` was made without a password option and ended with 1 (so it will after `docker start`). Run `docker rm mydb`, then `docker run -d --name=mydb -e MYSQL_ROOT_PASSWORD=… mysql:5.7-debian`.',
  },
  wrongVariable: {
    ko: '`mydb` 컨테이너에 `{found}` 변수를 주었지만 이미지가 찾는 이름이 아니라서 다시 1로 끝났습니다. `docker logs mydb` 에 나오는 `MYSQL_ROOT_PASSWORD` 를 쓰세요. 먼저 `docker rm mydb` 로 지워야 합니다.',
    en: '`mydb` got `{found}`, which the image does not look for, and ended with 1 again. `docker logs mydb` names `MYSQL_ROOT_PASSWORD`: use it, after `docker rm mydb`.',
  },
  noServer: {
    ko: '`mydb` 컨테이너가 실행하는 명령은 `{found}` 이고, 로그에 `ready for connections` 가 없습니다. 데이터베이스가 실행 중이어야 합니다. `docker rm -f mydb` 뒤에 `{run}` 명령을 실행하세요.',
    en: '`mydb` runs `{found}`, and its log has no `ready for connections`: the database itself should run. Run `docker rm -f mydb`, then `{run}`.',
  },
} as const;
