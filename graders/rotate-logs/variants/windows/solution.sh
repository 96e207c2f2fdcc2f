sudo docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
curl 192.168.56.101:6060
sudo docker logs node-run
sudo ls -l $(docker inspect -f '{{.LogPath}}' node-run)
sudo truncate -s 0 $(docker inspect -f '{{.LogPath}}' node-run)
sudo ls -l $(docker inspect -f '{{.LogPath}}' node-run)
sudo cp daemon.json /etc/docker/daemon.json
sudo systemctl restart docker
sudo docker info | grep -i log
sudo docker ps -a
sudo docker inspect -f '{{.HostConfig.LogConfig}}' node-run
sudo docker rm -f node-run
sudo docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
sudo docker run -itd -p 6062:6060 --name=node-run2 -h node-run --log-driver json-file --log-opt max-size=30m --log-opt max-file=10 noderun:1.0
sudo docker inspect -f '{{.HostConfig.LogConfig}}' node-run node-run2
sudo docker run -itd --name=mydb mysql:5.7-debian
sudo docker ps -a
sudo docker logs mydb
sudo docker rm mydb
sudo docker run -d --name=mydb -e MYSQL_ROOT_PASSWORD=pass mysql:5.7-debian
sudo docker ps