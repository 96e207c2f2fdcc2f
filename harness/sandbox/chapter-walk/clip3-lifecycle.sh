# Clip 3: stop, start, pause, unpause, kill, and the events they leave.
printf 'FROM node:20-alpine3.17\nRUN apk add --no-cache tini\nENTRYPOINT ["/sbin/tini", "--"]\nCMD ["node", "-e", "require(\\"http\\").createServer((q, s) => s.end(\\"HostName: \\" + process.env.HOSTNAME + \\"\\\\n\\")).listen(6060)"]\n' > Dockerfile
docker build -q -t noderun:1.0 .
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
date +%s > since

# Another terminal watches the events, another one asks again and again
docker events > events.log &
while true; do curl -s -m 1 192.168.56.101:6060; sleep 0.3; done > answers.log 2>&1 &
sleep 0.5
docker stop node-run
#~ ^node-run\n
docker ps -a
#~ noderun:1\.0 .* Exited \(143\) .* node-run
docker start node-run
docker pause node-run
docker ps -a
#~ Up .* \(Paused\) .* node-run
docker exec node-run true
#= 1
#~ is paused
curl -s -m 1 localhost:6060
#= 28
docker unpause node-run
docker ps -a --format '{{.Names}} {{.Status}}'
#~ ^node-run Up 
curl -s localhost:6060
#~ ^HostName: node-run\n
docker exec -it node-run sh
	hostname
	exit
#~ # hostname\nnode-run\n
docker kill node-run
#~ ^node-run\n
docker ps -a
#~ Exited \(137\) .* node-run
kill %1 %2
# docker events counts whole seconds
sleep 1.1
grep -c 'HostName: node-run' answers.log
#~ ^[1-9]\d*\n
cat events.log
#~ container kill .*signal=15(.|\n)*container die .*exitCode=143(.|\n)*container start(.|\n)*container pause(.|\n)*container unpause
#~ container exec_start: sh(.|\n)*container kill .*signal=9(.|\n)*container die .*exitCode=137

# The events again, by their time and by filters
docker events --since $(cat since) --until 0s --filter container=node-run --filter event=die --format '{{.Action}} {{.Actor.Attributes.exitCode}}'
#~ ^die 143\ndie 137\n$
docker events --since 1h --until 0s --filter type=container --filter event=pause | wc -l
#~ ^1\n
docker events
#= 130
#! Ctrl-C

# Signals of one's own choice
docker start node-run
docker kill --signal=SIGTERM node-run
docker wait node-run
#~ ^143\n
docker run -d --init --name traps alpine sh -c 'trap "echo reloaded" HUP; trap "echo bye; exit 0" TERM; while :; do sleep 0.1; done'
docker kill -s HUP traps
sleep 0.5
docker logs traps
#~ ^reloaded\n$
docker stop traps
docker inspect -f '{{.State.ExitCode}}' traps
#~ ^0\n

# The first process of a container ignores what it has no handler for: stop waits, then kills
docker run -d --name deaf alpine sleep 1000
time docker stop -t 2 deaf
#~ real\t0m[23]\.
docker inspect -f '{{.State.ExitCode}} {{.State.OOMKilled}}' deaf
#~ ^137 false\n
docker restart -t 0 deaf
docker rm deaf
#= 1
#~ (You cannot remove a running container|container is running)
docker rm -f deaf
docker rename traps trapped
docker container prune -f
#~ Deleted Containers:\n
docker ps -a -q | wc -l
#~ ^0\n
