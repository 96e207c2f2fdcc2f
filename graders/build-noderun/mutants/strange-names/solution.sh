docker build -t myapp .
docker images | grep noderun
docker image history myapp
docker run -itd -p 6060:6060 --name=web -h node-run myapp
docker ps | grep node
curl localhost:6060
docker logs web
