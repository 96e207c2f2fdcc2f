docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker commit node-run node-run:2.0
docker cp runapp.js node-run:/app/runapp.js
docker restart node-run
curl localhost:6060
docker cp runapp.js node-run:/app/
docker commit node-run node-run:2.0
docker run -itd --name=node-run3 -p 6063:6060 noderun:2.0
docker run -itd --name=node-run3 -p 6063:6060 node-run:2.0
curl localhost:6063
docker image prune -f
