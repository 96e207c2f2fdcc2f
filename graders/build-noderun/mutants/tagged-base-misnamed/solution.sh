docker tag node:20-alpine3.17 nodrun:1.0
docker images | grep noderun
docker image history nodrun:1.0
docker run -itd -p 6060:6060 --name=node-run -h node-run nodrun:1.0
docker ps | grep node
curl localhost:6060
docker logs node-run
