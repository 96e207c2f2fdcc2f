docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker run -itd -p 6062:6060 --name=node-run2 -h node-run --log-opt max-size=30m --log-opt max-file=10 noderun:1.0
curl localhost:6060
docker exec -it node-run ls
sudo truncate --size=0 $(docker inspect -f '{{.LogPath}}' node-run)
docker run -itd --name=mydb mysql:5.7-debian
docker logs mydb
sudo cp daemon.json /etc/docker/daemon.json
sudo systemctl restart docker
docker rm node-run mydb
docker run -d -p 6060:6060 --name=node-run noderun:1.0
docker start node-run2
docker run -d -e MYSQL_ROOT_PASSWORD=secret -e MYSQL_DATABASE=shop --name mydb mysql:5.7-debian
