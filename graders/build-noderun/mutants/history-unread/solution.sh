docker build -t noderun:1.0 .
docker images | grep noderun
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker ps | grep node
curl localhost:6060
docker logs node-run
