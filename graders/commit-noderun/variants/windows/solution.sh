sudo docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
curl localhost:6060
sudo docker cp runapp.js node-run:/app/runapp.js
sudo docker restart node-run
curl localhost:6060
sudo docker logs node-run
sudo docker diff node-run
sudo docker commit node-run node-run:2.0
sudo docker images | grep node
sudo docker run -itd --name=node-run3 -p 6063:6060 node-run:2.0
curl localhost:6063
sudo docker logs node-run3