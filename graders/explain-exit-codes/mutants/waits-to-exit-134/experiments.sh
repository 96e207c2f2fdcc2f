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
docker run --init --name exit-134 alpine sh -c 'sleep 7; exit 134'
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
