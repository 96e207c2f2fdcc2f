docker run -it --name exit-0 alpine sh -c 'exit 0'
docker run -d --name exit-1 alpine sh -c 'echo failing >&2; exit 1'
# 125: 6060 포트를 이미 다른 컨테이너가 쓰고 있다 / port 6060 is another container's already
docker run -d --name busy -p 6060:80 alpine sleep 1000
docker run -d --name exit-125 -p 6060:80 alpine true
# 폴더는 실행할 수 없다 / a folder cannot be executed
docker run -d --name exit-126 alpine /etc
docker run -it --name exit-127 --entrypoint /nowhere/program alpine
# --init 없이 자식 프로세스가, 그리고 끝없는 재귀가 / without --init: a child does, and endless recursion
docker run --name exit-134 alpine sh -c 'sh -c "kill -ABRT \$\$"; exit $?'
docker run --name exit-139 alpine sh -c 'f() { f; }; f'
docker run -d --name exit-137-kill alpine sleep 1000 && docker kill -s KILL exit-137-kill
docker run -d --name exit-137-stop --stop-timeout 1 alpine sh -c 'trap "" TERM; while :; do sleep 1; done'
docker stop exit-137-stop
docker run -d --name exit-137-oom --memory 40m --memory-swap 40m alpine sh -c 'tail /dev/zero; exit $?'
docker run -d --name exit-143 --init alpine top -b
docker top exit-143
docker kill --signal=TERM exit-143
