docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
sudo docker container export node-run | gzip > node-run.tar.gz
docker image import node-run.tar.gz node-run:3.0
docker run -d --name=node-run3 -p 6064:6060 node-run:3.0
docker image import -c 'WORKDIR /app' -c 'CMD ["node", "runapp.js"]' node-run.tar.gz node-run:3.0
docker run -d --name=node-run3 -p 127.0.0.1:6064:6060 node-run:3.0
gunzip -c node-run.tar.gz | docker import - node-run:4.0
cat Dockerfile_noderun4 | docker build -t node-run:5.0 -
docker container create --name node-run5 --publish 6065:6060 node-run:5.0
docker container start node-run5
curl localhost:6064; curl localhost:6065
docker rm -f node-run
rm node-run.tar.gz
docker rmi noderun:1.0
