echo solution.sh > .dockerignore
echo DB_PASSWORD=1234 > .env
docker build -t noderun:1.0 .
docker images | grep noderun
docker image history noderun:1.0
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker ps | grep node
curl localhost:6060
docker logs node-run
