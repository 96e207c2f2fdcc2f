sudo docker build -t noderun:1.0 .
sudo docker images | grep noderun
sudo docker image history noderun:1.0
sudo docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
sudo docker ps | grep node
curl localhost:6060
sudo docker logs node-run