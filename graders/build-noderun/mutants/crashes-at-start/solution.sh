docker build -t noderun:1.0 .
docker image history noderun:1.0
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
