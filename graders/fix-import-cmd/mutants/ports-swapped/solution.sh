docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker export node-run > node-run.tar
cat node-run.tar | docker import - node-run:3.0
docker run -itd --name=node-run3 -p 6064:6060 node-run:3.0
docker rmi node-run:3.0
docker import --change 'CMD ["node", "/app/runapp.js"]' node-run.tar node-run:3.0
docker run -itd --name=node-run3 -p 6065:6060 node-run:3.0
curl localhost:6064
cat node-run.tar | docker import - node-run:4.0
docker build -t node-run:5.0 -f Dockerfile_noderun4 .
docker run -itd --name=node-run5 -p 6064:6060 node-run:5.0
curl localhost:6065
