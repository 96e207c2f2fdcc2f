docker images
docker ps -a
