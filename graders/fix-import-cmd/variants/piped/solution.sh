set -o pipefail
docker create --name node-run noderun:1.0
docker export node-run | gzip > node-run.tar.gz
docker import node-run.tar.gz node-run:3.0
docker create --name node-run3 -p 6064:6060 node-run:3.0
docker rmi node-run:3.0
docker image import -c 'CMD ["node", "/app/runapp.js"]' - node-run:3.0 < node-run.tar.gz
docker create --name node-run3 -p 6064:6060 node-run:3.0
docker start node-run3
curl localhost:6064
docker container export node-run | docker import - node-run:4.0
docker build -t node-run:5.0 -f Dockerfile_noderun4 .
docker run -itd --name=node-run5 -p 6065:6060 node-run:5.0
curl localhost:6065
docker rm node-run
