import { messages } from '#harness';

export const say = messages({
  noContainer: {
    ko: '`{name}` 컨테이너가 없습니다(지금 있는 컨테이너: {names}). 예를 들어 `{command}` 명령으로 만들 수 있습니다.',
    en: 'There is no container `{name}` (containers here: {names}). For example, `{command}` makes it.',
  },
  removed: {
    ko: '`{name}` 컨테이너가 지워져서 종료 코드를 볼 수 없습니다. `--rm` 이나 `docker rm` 없이 그대로 두세요.',
    en: 'The container `{name}` was removed, and its exit code with it. Leave it there: no `--rm`, no `docker rm`.',
  },
  notEnded: {
    ko: '`{name}` 컨테이너가 아직 끝나지 않았습니다(상태: {state}). `docker ps -a` 로 보고, 끝나게 하는 명령을 적으세요.',
    en: 'The container `{name}` has not ended (it is {state}). See it with `docker ps -a`, and write the command that ends it.',
  },
  otherCode: {
    ko: '`{name}` 컨테이너의 종료 코드는 {found}입니다(기대한 코드: {code}). 예를 들어 `{command}` 명령으로 시작합니다.',
    en: 'The container `{name}` ended with {found}; {code} was asked. For example, begin with `{command}`.',
  },
  startedAllTheSame: {
    ko: '`{name}` 컨테이너는 시작되었고, 그 안의 `{command}` 명령이 이 코드로 끝났습니다. 셸을 거치지 말고 그 파일이나 이름을 `docker run --name {name} alpine` 뒤에 바로 적으세요.',
    en: 'The container `{name}` did start, and `{command}` in it ended with that code. Write the file or the name right after `docker run --name {name} alpine`, without a shell.',
  },
  notByRun: {
    ko: '데몬이 `exit-125` 를 거절했지만(`{error}`) `docker run` 으로 시킨 것이 아닙니다. 125는 `docker run` 의 종료 코드이므로 `docker run --name exit-125 …` 로 하세요.',
    en: 'The daemon turned `exit-125` down (`{error}`), but not for `docker run`. 125 is the status of `docker run` itself: type `docker run --name exit-125 …`.',
  },
  wasCreated: {
    ko: '`{name}` 컨테이너가 만들어졌고 그 종료 코드가 {code}입니다. 125는 컨테이너가 아니라 `docker run` 의 종료 코드입니다. 데몬이 들어줄 수 없는 것을 시키세요: `docker run --name exit-125 -m 1m alpine true`',
    en: 'The container `{name}` was created, with the exit code {code}. But 125 is the status of `docker run` and of no container: ask for what the daemon cannot do, such as `docker run --name exit-125 -m 1m alpine true`.',
  },
  ownRefusal: {
    ko: '`docker` 명령이 스스로 125로 끝났고 데몬은 아무것도 받지 못했습니다. 옵션은 맞게 적고 데몬이 들어줄 수 없는 값을 주세요: `docker run --name exit-125 -m 1m alpine true`',
    en: 'The `docker` command itself ended with 125, and the daemon never heard of it. Use an option that exists, with a value that the daemon cannot accept: `docker run --name exit-125 -m 1m alpine true`.',
  },
  neverRefused: {
    ko: '데몬이 거절한 `exit-125` 실행을 찾지 못했습니다. 예를 들어 `docker run --name exit-125 -m 1m alpine true` 를 실행하고 `echo $?` 로 125를 확인하세요.',
    en: 'No run of `exit-125` was turned down by the daemon. Type, for example, `docker run --name exit-125 -m 1m alpine true`, and see 125 with `echo $?`.',
  },
  noneNamed: {
    ko: '실험 이름을 가진 컨테이너가 하나도 없습니다. `--name exit-0` 처럼 이름을 붙여 시작하세요.',
    en: 'No container has the name of an experiment. Name them as you start them: `--name exit-0`.',
  },
  otherNames: {
    ko: '이름이 조금 다릅니다: {names}. 명령의 `--name` 을 고치거나 `docker rename 지금이름 실험이름` 을 실행하세요.',
    en: 'Some names are a little different: {names}. Mend `--name` in the commands, or type `docker rename` with the old name and the experiment’s.',
  },
  nobodySent: {
    ko: '`{name}` 컨테이너는 {code} 코드로 끝났지만 밖에서 시그널을 보낸 기록이 없습니다. 안에서 `{command}` 명령이 그 코드를 골랐거나 시그널을 보냈습니다. `docker kill` 이나 `docker stop` 으로 밖에서 끝내서 `docker events` 에 kill이 남게 하세요.',
    en: 'The container `{name}` ended with {code}, but nobody outside sent it a signal: `{command}` in it chose the code, or the signal came from within. End it from outside, with `docker kill` or `docker stop`, so that `docker events` shows a kill.',
  },
  notKilled: {
    ko: '`{name}` 컨테이너가 받은 시그널은 {sent}입니다. `docker stop` 없이 `docker kill {name}` 명령이 보낸 9로 끝나야 합니다.',
    en: 'The container `{name}` was sent the signals {sent}; it should end by the 9 of `docker kill {name}`, without a `docker stop`.',
  },
  notOverstayed: {
    ko: '`{name}` 컨테이너가 받은 시그널은 {sent}입니다. `docker stop -t 1 {name}` 명령이 먼저 15를, 유예 시간이 지나 9를 보내야 합니다.',
    en: 'The container `{name}` was sent the signals {sent}; `docker stop -t 1 {name}` should send 15 first, and 9 when the grace period is over.',
  },
  notStarved: {
    ko: '`{name}` 컨테이너의 OOMKilled 값이 false입니다(메모리 한도: {limit}바이트). `docker run -m 32m --memory-swap 32m --name {name} alpine tail /dev/zero` 처럼 한도를 넘게 하세요.',
    en: 'OOMKilled of `{name}` is false (memory limit: {limit} bytes). Let it want more than it may have: `docker run -m 32m --memory-swap 32m --name {name} alpine tail /dev/zero`.',
  },
  notAsked: {
    ko: '`{name}` 컨테이너가 받은 시그널은 {sent}입니다. 143은 SIGTERM(15)에서 나옵니다. `docker stop {name}` 명령을 실행하세요.',
    en: 'The container `{name}` was sent the signals {sent}; 143 comes from SIGTERM (15). Run `docker stop {name}`.',
  },
  noCrash: {
    ko: '`{name}` 컨테이너의 `{command}` 명령은 시그널 없이 {code} 코드로 끝납니다(`exit {code}` 처럼). `--init` 을 주고 `kill -ABRT $$` 나 `kill -SEGV $$` 로 정말 시그널을 받게 하세요.',
    en: 'In `{name}` the command `{command}` ends with {code} without any signal (as `exit {code}` does). Let a signal really hit it: `--init`, and `kill -ABRT $$` or `kill -SEGV $$`.',
  },
  unreadable: {
    ko: '{problem}\n고친 뒤 `drydock check explain-exit-codes` 를 다시 실행하세요.',
    en: '{problem}\nMend it, then run `drydock check explain-exit-codes` again.',
  },
  unanswered: {
    ko: '`answers.yaml` 파일에 아직 답이 없습니다. `null` 대신 답을 적으세요.',
    en: 'There is no answer in `answers.yaml` yet. Write answers in place of `null`.',
  },
  otherCauses: {
    ko: '`answers.yaml` 의 causes에서 다시 볼 곳: {wrong}. `docker ps -a` 와 `docker inspect -f "{{json .State}}" exit-126` 에서 시작되었는지, 무엇이 잘못되었는지 보세요.',
    en: 'Look again at these causes in `answers.yaml`: {wrong}. `docker ps -a` and `docker inspect -f "{{json .State}}" exit-126` show whether it started, and what was wrong.',
  },
  otherSignalCauses: {
    ko: '`answers.yaml` 의 causes에서 다시 볼 곳: {wrong}. `docker events --since 10m --until 0s` 와 `docker inspect -f "{{json .State}}" exit-137-oom` 을 비교해 보세요.',
    en: 'Look again at these causes in `answers.yaml`: {wrong}. Compare `docker events --since 10m --until 0s` with `docker inspect -f "{{json .State}}" exit-137-oom`.',
  },
  otherSenders: {
    ko: '`answers.yaml` 의 senders에서 다시 볼 곳: {wrong}. `docker events --since 10m --until 0s` 에 kill이 있으면 도커가, 없으면 커널이나 프로그램이 보낸 것입니다.',
    en: 'Look again at these senders in `answers.yaml`: {wrong}. Where `docker events --since 10m --until 0s` shows a kill, Docker sent it; where not, the kernel or the program did.',
  },
  otherPlaces: {
    ko: '`answers.yaml` 의 look에서 다시 볼 곳: {wrong}. `docker logs exit-1`, `docker inspect -f "{{.State.Error}}" exit-127`, `docker events --since 10m --until 0s` 가 각각 무엇을 알려 주는지 보세요.',
    en: 'Look again at these places in `answers.yaml`: {wrong}. See what each of `docker logs exit-1`, `docker inspect -f "{{.State.Error}}" exit-127` and `docker events --since 10m --until 0s` tells.',
  },
  otherSignals: {
    ko: '`answers.yaml` 에서 시그널 이름을 다시 볼 곳: {wrong}. 코드에서 128을 뺀 번호의 이름은 `kill -l 9` 처럼 찾을 수 있습니다.',
    en: 'Look again at these signals in `answers.yaml`: {wrong}. Take 128 from the code; `kill -l 9` names the signal of a number.',
  },
  otherRules: {
    ko: '`answers.yaml` 에서 식을 다시 볼 곳: {wrong}. 코드는 128에 시그널 번호를 더한 수입니다. 합만 적지 말고 더하기로 적으세요. 번호는 `kill -l` 로 볼 수 있습니다.',
    en: 'Look again at these sums in `answers.yaml`: {wrong}. The code is 128 plus the signal’s number: write the sum, not only what it comes to. `kill -l` lists the numbers.',
  },
  essentialsMissing: {
    ko: '`answers.yaml` {line}번째 줄의 `{question}` 설명에서 찾지 못한 것: {missing}. 낱말로 찾은 것이라, 교수자가 읽고 점수를 바꿀 수 있습니다.',
    en: 'In your `{question}` (line {line} of `answers.yaml`) this was not found: {missing}. It was looked for by words; the instructor reads it and may change the points.',
  },
  noImage: {
    ko: '`alpine` 이미지가 지워져서 예측할 실험을 해 볼 수 없습니다. `docker rmi` 를 빼고 다시 제출하세요.',
    en: 'The image `alpine` was removed, so what you predicted cannot be tried. Leave the `docker rmi` out.',
  },
  notPredicted: {
    ko: '`answers.yaml` {line}번째 줄의 `{name}` 예측이 비어 있습니다. 수, `s` 나 `h` 가 든 식, 또는 `running` 을 적으세요.',
    en: 'The prediction `{name}` on line {line} of `answers.yaml` is empty. Write a number, a sum with `s` or `h`, or `running`.',
  },
  otherOutcome: {
    ko: '`{name}` 실험을 s={s}, h={h} 값으로 해 본 결과는 {happened}인데, `answers.yaml` {line}번째 줄의 `{rule}` 예측은 {expected}입니다. 처음 받은 파일에서 그 줄 위의 주석에 있는 명령을 직접 해 보고 식을 고치세요.',
    en: 'The experiment `{name}`, run with s={s} and h={h}, came to {happened}; your `{rule}` on line {line} of `answers.yaml` comes to {expected}. Try the commands that the file you were given has in the comment above that line, and mend the rule.',
  },
});
