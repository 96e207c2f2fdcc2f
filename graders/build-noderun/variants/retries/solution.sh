docker build -t noderun:1.0
docker build -t nodrun:1.0 .
docker rmi nodrun:1.0
docker build -t noderun:1.0 .
docker run -itd -p 6060:6060 --name=node-run noderun:1.0
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker rm -f node-run
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
curl localhost:6060
docker image history noderun:1.0
docker logs -f node-run
