docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker ps
docker export node-run > node-run.tar
ls
tar tvf node-run.tar | head

cat node-run.tar | docker import - node-run3
docker images | grep node
docker run -itd --name=node-run3 -p 6064:6060 node-run3

docker rmi node-run3
docker import --change 'CMD ["node", "/app/runapp.js"]' node-run.tar node-run3
docker images | grep node
docker run -itd --name=node-run3 -p 6064:6060 node-run3
docker ps -a | grep node
curl localhost:6064

cat node-run.tar | docker import - node-run4
docker build -t node-run5 -f Dockerfile_noderun4 .
docker images | grep node
docker run -itd --name=node-run5 -p 6065:6060 node-run5
docker ps | grep node-run5
curl localhost:6065

docker image history noderun:1.0
docker image history node-run4
docker image inspect noderun:1.0 node-run4
