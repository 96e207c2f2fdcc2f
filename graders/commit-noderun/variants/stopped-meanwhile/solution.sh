docker container create --interactive --tty --publish 6060:6060 --name node-run --hostname node-run noderun:1.0
docker container start node-run
docker container stop node-run
docker container cp runapp.js node-run:app/runapp.js
docker container commit --author student --message "new log lines" node-run node-run:2.0
docker container start node-run
docker container run --interactive --tty --detach --name node-run3 --hostname node-run3 --publish 6063:6060 node-run:2.0
curl 192.168.56.101:6063
