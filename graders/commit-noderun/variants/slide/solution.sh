docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker cp runapp.js node-run:/app/runapp.js
docker restart node-run
docker ps | grep node
docker commit node-run noderun:2.0
docker images | grep noderun
docker run -itd --name=node-run3 -p 6063:6060 noderun:2.0
while true; do curl 192.168.56.101:6063; sleep 1; done
docker logs -f node-run3
