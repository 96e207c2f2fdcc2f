# Clip 2: build an image, run it, and look at what runs.
mkdir -p ~/fastcampus/ch05 && cd ~/fastcampus/ch05
cat > runapp.js <<'END'
const http = require('http');
const server = http.createServer().listen(6060);
server.on('request', (req, res) => {
  console.log('Your request arrived.');
  res.write("HostName: " + process.env.HOSTNAME + "\n");
  res.end();
});
server.on('connection', (socket) => { console.log("Your Connected."); });
END
cat > Dockerfile <<'END'
FROM node:20-alpine3.17
RUN apk add --no-cache tini curl
WORKDIR /app
COPY runapp.js .
EXPOSE 6060
ENTRYPOINT ["/sbin/tini", "--"]
CMD ["node", "runapp.js"]
END
docker build -t noderun:1.0 .
#~ naming to docker.io/library/noderun:1\.0
docker images | grep noderun
#~ ^noderun +1\.0 +[0-9a-f]{12}
docker image history noderun:1.0
#~ CMD \["node" "runapp\.js"\]
#~ EXPOSE .*6060
#~ RUN .*apk add --no-cache tini curl
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
#~ ^[0-9a-f]{64}\n
docker ps | grep node
#~ noderun:1\.0 +"/sbin/tini -- .* Up .* 0\.0\.0\.0:6060->6060/tcp.* node-run
curl localhost:6060
#~ ^HostName: node-run\n

# top, port, stats
docker top node-run
#~ UID +PID +PPID +C +STIME +TTY +TIME +CMD
#~ /sbin/tini -- node runapp\.js
#~ :\d\d +node runapp\.js
docker port node-run
#~ ^6060/tcp -> 0\.0\.0\.0:6060\n
docker stats node-run
#= 130
#! Ctrl-C
#~ CONTAINER ID +NAME +CPU %
#~ node-run +\d+\.\d+% +\d+.*iB / 
docker stats --no-stream node-run
#~ node-run +\d+\.\d+%

# cadvisor asks for the whole machine, which a sandbox does not give
docker run \
--restart=always \
--volume=/:/rootfs:ro \
--volume=/var/run:/var/run:rw \
--volume=/sys/fs/cgroup:/sys/fs/cgroup:ro \
--volume=/var/lib/docker/:/var/lib/docker:ro \
--volume=/dev/disk/:/dev/disk:ro \
--publish=9559:8080 \
--detach=true \
--name=cadvisor \
--privileged \
--device=/dev/kmsg \
gcr.io/cadvisor/cadvisor:latest
#= 125
#~ drydock: .* is refused.*limit of the grading sandbox
docker ps -a | grep -c cadvisor
#= 1
#~ ^0\n

# logs
while true; do curl 192.168.56.101:6060; sleep 3; done
#= 130
#! Ctrl-C
#~ HostName: node-run\n
docker logs -f node-run
#= 130
#! Ctrl-C
#~ ^Your Connected\.\nYour request arrived\.\nYour Connected\.\nYour request arrived\.\n
docker logs --tail 1 -t node-run
#~ ^\d{4}-\d\d-\d\dT[\d:.]+Z Your request arrived\.\n$
docker info | grep -i log
#~ Logging Driver: json-file
#~ Log: awslogs fluentd gcplogs gelf journald json-file local splunk syslog
sudo ls -l $(docker inspect -f '{{.LogPath}}' node-run)
#~ root root +[1-9]\d* .*-json\.log
sudo truncate -s 0 $(docker inspect -f '{{.LogPath}}' node-run)
sudo ls -l $(docker inspect -f '{{.LogPath}}' node-run)
#~ root root +0 .*-json\.log
docker logs node-run
#~ ^$

# Log size limits, by container
docker run -itd -p 6062:6060 --name=node-run2 \
-h node-run --log-driver json-file --log-opt max-size=30m --log-opt max-file=10 \
noderun:1.0
docker inspect -f '{{json .HostConfig.LogConfig}}' node-run2
#~ ^\{"Type":"json-file","Config":\{"max-file":"10","max-size":"30m"\}\}
docker run --name chatty --log-opt max-size=1k --log-opt max-file=3 noderun:1.0 node -e 'for (let i = 0; i < 100; i++) console.log("line " + i)'
sudo find /var/lib/docker/containers -name '*-json.log.*'
#~ -json\.log\.1\n
#~ -json\.log\.2\n
docker logs chatty | head -n 1
#~ ^line [1-9]\d\n

# and for the whole daemon
echo '{ "insecure-registries": ["192.168.56.101:5000"], "log-driver": "json-file", "log-opts": { "max-size": "30m", "max-file": "10" } }' | sudo tee /etc/docker/daemon.json
sudo systemctl restart docker.service
sudo systemctl status docker.service
#~ Active: active \(running\)
docker ps -a --format '{{.Names}} {{.Status}}'
#~ node-run Exited
#~ chatty Exited \(0\)
docker run -d --name=after noderun:1.0
docker inspect -f '{{json .HostConfig.LogConfig.Config}}' after node-run
#~ ^\{"max-file":"10","max-size":"30m"\}\n\{"max-file":"3","max-size":"10m"\}\n
docker info | grep -A 2 'Insecure Registries'
#~ 192\.168\.56\.101:5000
