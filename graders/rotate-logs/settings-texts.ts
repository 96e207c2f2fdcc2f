/** What is said of daemon.json and of the daemon. */
export const settingsTexts = {
  notInstalled: {
    ko: '`/etc/docker/daemon.json` 파일이 없습니다. 데몬은 그 파일만 읽습니다. 폴더에 `daemon.json` 파일을 만들고 `sudo cp daemon.json /etc/docker/daemon.json` 을 실행하세요.',
    en: 'There is no `/etc/docker/daemon.json`, the only file that the daemon reads. Write `daemon.json` in your folder and run `sudo cp daemon.json /etc/docker/daemon.json`.',
  },
  wrongPath: {
    ko: '설정을 `{found}` 경로에 두었습니다. 데몬은 `/etc/docker/daemon.json` 파일만 읽습니다. `sudo cp daemon.json /etc/docker/daemon.json` 을 실행하세요.',
    en: 'The settings went to `{found}`; the daemon reads `/etc/docker/daemon.json` alone. Run `sudo cp daemon.json /etc/docker/daemon.json`.',
  },
  installFailed: {
    ko: '`/etc/docker/daemon.json` 파일을 쓰지 못했습니다: `{error}`. 루트의 폴더이므로 `sudo` 가 필요합니다. `sudo cp daemon.json /etc/docker/daemon.json` 을 실행하세요.',
    en: '`/etc/docker/daemon.json` could not be written: `{error}`. The folder is root’s, so use sudo: `sudo cp daemon.json /etc/docker/daemon.json`.',
  },
  trailingComma: {
    ko: '`daemon.json` {line}번째 줄 `{text}` 끝에 쉼표가 하나 더 있습니다. JSON에서는 마지막 항목 뒤에 쉼표를 쓸 수 없고, 이런 파일로는 데몬이 시작되지 않습니다. 쉼표를 지우고 다시 복사한 뒤 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'Line {line} of `daemon.json`, `{text}`, ends in a comma too many: JSON has none after the last entry, and the daemon does not start with such a file. Remove it, copy the file again, then run `sudo systemctl restart docker`.',
  },
  notJson: {
    ko: '`daemon.json` {line}번째 줄 `{text}` 부분이 JSON 문법에 맞지 않습니다. 이런 파일로는 데몬이 시작되지 않습니다. 쉼표, 큰따옴표, 괄호를 확인하세요(주석도 쓸 수 없습니다). `dockerd --validate --config-file daemon.json` 명령도 같은 것을 검사합니다.',
    en: 'Line {line} of `daemon.json`, `{text}`, is not JSON, and the daemon does not start with such a file. Look at commas, double quotes and brackets (comments are not allowed). `dockerd --validate --config-file daemon.json` finds the same.',
  },
  notText: {
    ko: '`daemon.json` {line}번째 줄 `{text}` 의 값이 문자열이 아닙니다. `log-opts` 의 값은 숫자도 큰따옴표로 감싸야 합니다: `"{key}": "{value}"`. 고쳐서 다시 복사하고 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'Line {line} of `daemon.json`, `{text}`, has no text for a value. In `log-opts` even numbers stand in double quotes: `"{key}": "{value}"`. Mend it, copy it again, then run `sudo systemctl restart docker`.',
  },
  unknownKey: {
    ko: '`daemon.json` {line}번째 줄에 `{key}` 라는 항목이 있습니다. 도커에는 그런 항목이 없습니다. `{near}` 항목을 말하나요? 모르는 항목이 있으면 데몬이 시작되지 않습니다. 고쳐서 다시 복사하고 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'Line {line} of `daemon.json` says `{key}`, which Docker does not know; did you mean `{near}`? With an unknown key the daemon does not start. Mend it, copy it again, then run `sudo systemctl restart docker`.',
  },
  unknownOption: {
    ko: '`daemon.json` {line}번째 줄에 `{key}` 라는 로그 옵션이 있습니다. `json-file` 드라이버에는 그런 옵션이 없습니다. `{near}` 옵션을 말하나요? 고쳐서 다시 복사하고 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'Line {line} of `daemon.json` gives the log option `{key}`, which `json-file` does not know; did you mean `{near}`? Mend it, copy it again, then run `sudo systemctl restart docker`.',
  },
  notTaken: {
    ko: '데몬이 `daemon.json` 파일을 받아들이지 않았습니다(데몬의 기록: {words}). 그 항목을 고치거나 지우고 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'The daemon did not take `daemon.json` (it says: {words}). Mend or remove that entry, then run `sudo systemctl restart docker`.',
  },
  otherDriver: {
    ko: '`daemon.json` 의 `log-driver` 값이 `{found}` 입니다. `json-file` 이어야 합니다. `"log-driver": "json-file"` 로 고쳐 다시 복사하고 `sudo systemctl restart docker` 를 실행하세요.',
    en: '`log-driver` in `daemon.json` is `{found}`; `json-file` was asked. Write `"log-driver": "json-file"`, copy the file again, then run `sudo systemctl restart docker`.',
  },
  noSize: {
    ko: '`daemon.json` 의 `log-opts` 에 `max-size` 항목이 없어서 로그 파일이 한없이 커집니다. `"max-size": "30m"` 항목을 넣어 다시 복사하고 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'There is no `max-size` in the `log-opts` of `daemon.json`, so a log grows without end. Add `"max-size": "30m"`, copy the file again, then run `sudo systemctl restart docker`.',
  },
  otherSize: {
    ko: '`max-size` 값이 `{found}` 입니다. 30 MB인 `30m` 이어야 합니다(`k` 는 KB, `m` 은 MB, `g` 는 GB). `"max-size": "30m"` 으로 고쳐 다시 복사하고 `sudo systemctl restart docker` 를 실행하세요.',
    en: '`max-size` is `{found}`; 30 MB, `30m`, was asked (`k` is KB, `m` MB, `g` GB). Write `"max-size": "30m"`, copy the file again, then run `sudo systemctl restart docker`.',
  },
  noFiles: {
    ko: '`daemon.json` 의 `log-opts` 에 `max-file` 항목이 없어서 지난 로그가 하나도 남지 않습니다. `"max-file": "10"` 항목을 넣어 다시 복사하고 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'There is no `max-file` in the `log-opts` of `daemon.json`, so no older log is kept. Add `"max-file": "10"`, copy the file again, then run `sudo systemctl restart docker`.',
  },
  otherFiles: {
    ko: '`max-file` 값이 `{found}` 입니다. 10이어야 합니다. 1이면 파일이 차는 순간 지난 로그가 모두 사라집니다. `"max-file": "10"` 으로 고쳐 다시 복사하고 `sudo systemctl restart docker` 를 실행하세요.',
    en: '`max-file` is `{found}`; 10 was asked. (With 1, all older lines are lost when the file is full.) Write `"max-file": "10"`, copy the file again, then run `sudo systemctl restart docker`.',
  },
  daemonStopped: {
    ko: '도커 데몬이 멈춘 채로 있습니다. `sudo systemctl start docker` 로 다시 시작하세요.',
    en: 'The Docker daemon was stopped and never started again. Run `sudo systemctl start docker`.',
  },
  daemonFailed: {
    ko: '도커 데몬이 다시 시작되지 못했습니다(데몬의 기록: {words}). 그 뒤의 명령은 모두 실패합니다. `daemon.json` 을 고쳐 다시 복사하고 `sudo systemctl restart docker` 와 `sudo systemctl status docker` 를 실행하세요.',
    en: 'The Docker daemon could not start again (it says: {words}), so every later command fails. Mend `daemon.json`, copy it again, then run `sudo systemctl restart docker` and `sudo systemctl status docker`.',
  },
  notRestarted: {
    ko: '`/etc/docker/daemon.json` 을 썼지만 데몬을 다시 시작하지 않았습니다. 데몬은 시작할 때 한 번만 그 파일을 읽습니다(실행 중인 데몬에 `start` 는 아무 일도 하지 않습니다). `sudo systemctl restart docker` 를 실행하세요.',
    en: '`/etc/docker/daemon.json` was written, but the daemon never restarted: it reads the file once, when it starts (and `start` does nothing to one that runs). Run `sudo systemctl restart docker`.',
  },
  restartRefused: {
    ko: '데몬을 다시 시작하지 못했습니다: `{error}`. `sudo systemctl restart docker` 를 실행하세요.',
    en: 'The daemon was not restarted: `{error}`. Run `sudo systemctl restart docker`.',
  },
  restartedBefore: {
    ko: '데몬을 다시 시작한 것은 {restart}번째 줄이고, 지금의 `daemon.json` 을 쓴 것은 {write}번째 줄입니다. 다시 시작한 뒤에 쓴 설정은 쓰이지 않습니다. 파일을 쓴 다음에 `sudo systemctl restart docker` 를 실행하세요.',
    en: 'The daemon restarted on line {restart}, and the present `daemon.json` was written on line {write}: what is written afterwards has no effect. Run `sudo systemctl restart docker` after the file is in place.',
  },
} as const;
