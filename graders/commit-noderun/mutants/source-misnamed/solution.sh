docker run -itd -p 6060:6060 --name=noderun -h node-run noderun:1.0
curl localhost:6060
docker cp runapp.js noderun:/app/runapp.js
docker restart noderun
curl localhost:6060
docker logs noderun
docker diff noderun
docker commit noderun node-run:2.0
docker images | grep node
docker run -itd --name=node-run3 -p 6063:6060 node-run:2.0
curl localhost:6063
docker logs node-run3
