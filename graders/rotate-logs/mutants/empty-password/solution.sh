docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
curl localhost:6060
docker logs node-run
sudo ls -l $(docker inspect -f '{{.LogPath}}' node-run)
sudo truncate -s 0 $(docker inspect -f '{{.LogPath}}' node-run)
sudo ls -l $(docker inspect -f '{{.LogPath}}' node-run)
sudo cp daemon.json /etc/docker/daemon.json
sudo systemctl restart docker
docker info | grep -i log
docker ps -a
docker inspect -f '{{.HostConfig.LogConfig}}' node-run
docker rm -f node-run
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker run -itd -p 6062:6060 --name=node-run2 -h node-run --log-driver json-file --log-opt max-size=30m --log-opt max-file=10 noderun:1.0
docker inspect -f '{{.HostConfig.LogConfig}}' node-run node-run2
docker run -itd --name=mydb mysql:5.7-debian
docker ps -a
docker logs mydb
docker rm mydb
docker run -d --name=mydb -e MYSQL_ROOT_PASSWORD= mysql:5.7-debian
docker ps
