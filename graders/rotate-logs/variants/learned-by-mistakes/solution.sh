docker logs -f node-run
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
curl 192.168.56.101:6060
docker logs -f node-run
sudo truncate -s 0
cp daemon.json /etc/docker/daemon.json
sudo sh -c 'echo { oops > /etc/docker/daemon.json'
sudo systemctl restart docker
sudo systemctl status docker
docker ps
sudo cp daemon.json /etc/docker/daemon.json
sudo systemctl restart docker
docker start node-run
curl localhost:6060
sudo truncate -s 0 $(docker inspect -f '{{.LogPath}}' node-run)
docker inspect -f "{{.HostConfig.LogConfig}}" node-run
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker stop node-run
docker rm node-run
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker run -itd -p 6062:6060 --name=node-run2 -h node-run --log-driver json-file --log-opt max-size=30m --log-opt max-file=10 noderun:1.0
docker run -itd --name=mydb mysql:5.7-debian
docker ps -a
docker start mydb
docker logs mydb
docker run -d --name=mydb -e MYSQL_ROOT_PASSWORD=pass mysql:5.7-debian
docker rm mydb
docker run -d --name=mydb -e MYSQL_ROOT_PASSWORD=pass mysql:5.7-debian
