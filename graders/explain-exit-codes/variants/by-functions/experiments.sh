# 함수, 변수, 반복으로 / with functions, variables and loops
D="sudo docker"
try() { docker run --name "$@"; echo "$1: $?"; }
try exit-0 alpine true
try exit-1 alpine cat /nowhere
try exit-125 -m 1m alpine true
for pair in 126:/etc/passwd 127:nothing; do
  $D run --name "exit-${pair%%:*}" alpine "${pair#*:}"
done
try exit-134 --init alpine sh -c 'kill -s ABRT $$'
# 컨테이너의 셸에 입력한다 / typed at the container's own prompt
docker run -it --init --name exit-139 alpine sh
    kill -SEGV $$
try exit-137-kill -d alpine sleep 1000
docker kill -s TERM exit-137-kill
docker ps --filter name=exit-137-kill
$D kill exit-137-kill
try exit-137-stop -d alpine sleep 1000
docker stop -t 0 exit-137-stop
try exit-137-oom -m 48m --memory-swap 48m alpine tail /dev/zero
try exit-143 -d --init alpine sleep 1000
docker container stop exit-143
