# 프로그램이 스스로 고른 코드 / codes that the program itself chose
docker run --name exit-0 alpine true
docker run --name exit-1 alpine cat /no-such-file
docker logs exit-1

# docker run의 코드 / codes of docker run: there is nothing to run
docker run --name exit-125 -m 1m alpine true
echo $?
docker run --name exit-126 alpine /etc/passwd
docker run --name exit-127 alpine no-such-program

# 프로그램이 시그널로 끝남: PID 1은 자기에게 보낸 시그널을 무시하므로 --init
# the program ends by a signal: PID 1 ignores those it sends itself, hence --init
docker run --init --name exit-134 alpine sh -c 'kill -ABRT $$'
docker run --init --name exit-139 alpine sh -c 'kill -SEGV $$'

# 137, 세 가지로 / 137 in three ways
docker run -d --name exit-137-kill alpine sleep 1000
docker kill exit-137-kill
docker run -d --name exit-137-stop alpine sleep 1000
docker stop -t 1 exit-137-stop
docker run --name exit-137-oom -m 32m --memory-swap 32m alpine tail /dev/zero
docker inspect -f '{{.Name}} {{.State.ExitCode}} {{.State.OOMKilled}}' exit-137-kill exit-137-stop exit-137-oom

# tini가 PID 1이면 SIGTERM으로 끝난다 / with tini as PID 1 it ends by SIGTERM
docker run -d --init --name exit-143 alpine sleep 1000
docker top exit-143
docker stop exit-143
docker ps -a
cat > answers.yaml <<'YAML'
# yaml-language-server: $schema=./answers.schema.json

causes:
  exit-0: finished
  exit-1: application-error
  exit-125: docker-refused
  exit-126: not-executable
  exit-127: not-found
  exit-134: aborted
  exit-137-kill: killed-at-once
  exit-137-stop: grace-period-over
  exit-137-oom: out-of-memory
  exit-139: bad-memory-access
  exit-143: asked-to-end

signals:
  exit-134: { signal: SIGABRT, rule: 128 + 6 }
  exit-137: { signal: SIGKILL, rule: 128 + 9 }
  exit-139: { signal: SIGSEGV, rule: 128 + 11 }
  exit-143: { signal: SIGTERM, rule: 128 + 15 }

senders:
  exit-134: program
  exit-137-kill: docker-kill
  exit-137-stop: docker-stop
  exit-137-oom: kernel
  exit-139: program
  exit-143: docker-stop

look:
  exit-1: docker-logs
  exit-127: State.Error
  exit-137-kill: docker-events
  exit-137-stop: docker-events
  exit-137-oom: State.OOMKilled

explain:
  why-137: >
    137은 128 + 9, 곧 SIGKILL로 끝났다는 뜻일 뿐입니다. docker kill로 바로 보냈을 수도, docker stop의 유예 시간이
    지나서 데몬이 보냈을 수도, 메모리 한도를 넘어 커널의 OOM killer가 보냈을 수도 있습니다.
  why-not-143: >
    docker stop은 SIGTERM을 보냅니다. PID 1이 이 시그널을 다루지 않으면 무시되어 유예 시간 뒤에 SIGKILL로 137이 되고,
    직접 처리해서 exit 0으로 끝나면 0이 됩니다. tini 아래의 프로그램은 SIGTERM으로 끝나므로 143입니다.

predictions:
  stop-ignored: 128 + 9
  stop-under-tini: 128 + s
  stop-handled: h
  kill-pid-one: running
  memory-limit: 137
  missing-file: 127
  not-executable: 126
  unknown-option: 125
YAML
