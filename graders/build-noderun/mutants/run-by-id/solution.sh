docker build -q .
docker images | grep noderun
docker image history $(docker images -q --filter dangling=true)
docker run -itd -p 6060:6060 --name=node-run -h node-run $(docker images -q --filter dangling=true)
docker ps | grep node
curl localhost:6060
docker logs node-run
