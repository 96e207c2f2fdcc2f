docker build -t noderun:1.0 .
docker image history noderun:1.0
docker run -itd -p 6060:6060 --name=node-run -h node-run nodrun:1.0
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
curl localhost:6060
docker logs node-run
docker rm -f node-run
