docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
curl localhost:6060
docker cp runapp.js node-run:/app/runapp.js
docker restart node-run
curl localhost:6060
docker logs node-run
docker diff node-run
docker commit node-run node-run:2.0
docker images | grep node
curl localhost:6063
docker logs node-run3
