docker build -t noderun .
docker images | grep noderun
docker image history noderun
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun
docker ps | grep node
curl localhost:6060
docker logs node-run
