docker build -t kim/noderun:1.0 .
docker images | grep noderun
docker image history kim/noderun:1.0
docker run -itd -p 6060:6060 --name=node-run -h node-run kim/noderun:1.0
docker ps | grep node
curl localhost:6060
docker logs node-run
