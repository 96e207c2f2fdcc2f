docker run --name exit-0 alpine false
docker rm exit-0
docker run --name exit-0 alpine true
docker run --name exit-2 alpine false
docker rename exit-2 exit-1
docker logs -f exit-1
# 이름이 이미 있어도 데몬이 거절한다 / a name that is taken is turned down, too
docker create --name exit-125 alpine
docker run --name exit-125 alpine true; echo $?
docker run --name exit-126 alpine /etc/passwd || true
for program in nonsense; do docker run --name exit-127 alpine $program; done
docker run -d --init --name exit-134 alpine sleep 1000
docker exec -it exit-134 sh -c 'until pidof sleep; do :; done; kill -ABRT $(pidof sleep)'
docker run -d --init --name exit-139 alpine sleep 1000
docker exec exit-139 sh -c 'until pidof sleep; do :; done; kill -SEGV $(pidof sleep)'
docker run -d --name exit-137-kill alpine sleep 1000
docker kill exit-137-kill
docker start exit-137-kill
docker kill exit-137-kill
docker run -d --name exit-137-stop alpine sleep 1000
docker stop -t 1 $(docker ps -q --filter name=exit-137-stop)
docker run -d -m 32m --memory-swap 32m --name exit-137-oom alpine tail /dev/zero
docker events
docker run -d --name exit-143 alpine sleep 1000
docker stop -t 1 exit-143
docker rm exit-143
docker run -d --init --name exit-143 alpine sleep 1000
docker top exit-143
docker stop exit-143
