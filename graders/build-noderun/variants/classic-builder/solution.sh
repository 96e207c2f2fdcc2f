export DOCKER_BUILDKIT=0
docker build --no-cache -t noderun:1.0 .
docker create -it -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker start node-run
docker port node-run
docker exec -it node-run ps
docker history noderun:1.0
