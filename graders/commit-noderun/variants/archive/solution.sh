docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
tar -cf - runapp.js | docker cp - node-run:/app
docker kill node-run
docker start node-run
docker commit --pause=false node-run node-run:2.0
docker run -d --name node-run3 -p 127.0.0.1:6063:6060 node-run:2.0
curl localhost:6063
