docker run -itd -p 6060:6060 --name=node-run noderun:1.0
docker cp runapp.js noderun:/app/runapp.js
docker cp runapp.js node-run:/src/runapp.js
docker commit node-run node-run:2.0
docker cp runapp.js node-run:/app/runapp.js
docker logs node-run
docker restart node-run
docker commit noderun node-run:2.0
docker commit node-run nodrun:2.0
docker rmi nodrun:2.0
docker commit node-run node-run:2.0
docker run -itd --name=node-run3 -p 6063:6060 noderun:2.0
docker run -itd --name=node-run3 -p 6060:6060 node-run:2.0
docker run -itd --name=node-run3 -p 6063:6060 node-run:2.0
docker rm -f node-run3
docker run -itd --name=node-run3 -p 6063:6060 node-run:2.0
curl localhost:6063
