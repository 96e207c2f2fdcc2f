sudo docker build -t noderun:1.0 .
sudo docker create -it -p 6060:6060 --name node-run -h node-run noderun:1.0
sudo docker start node-run
curl 192.168.56.101:6060
sudo docker stop node-run
sudo docker ps -a
sudo docker start node-run
sudo docker history noderun:1.0
