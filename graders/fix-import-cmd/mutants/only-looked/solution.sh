docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker ps
curl localhost:6060
