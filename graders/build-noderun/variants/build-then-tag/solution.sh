docker build -t mynode .
docker tag mynode noderun:1.0
docker history mynode
docker run -itd -p 0.0.0.0:6060:6060 --name=node-run --hostname=node-run --restart=always noderun:1.0
docker restart node-run
docker rmi node:20-alpine3.17
curl localhost:6060
