docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker save noderun:1.0 > node-run.tar
docker load -i node-run.tar
docker tag noderun:1.0 node-run:3.0
docker tag noderun:1.0 node-run:4.0
docker images | grep node
docker run -itd --name=node-run3 -p 6064:6060 node-run:3.0
curl localhost:6064
