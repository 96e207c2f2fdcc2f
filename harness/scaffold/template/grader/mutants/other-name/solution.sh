docker run -itd --name firstbox node:20-alpine3.17 sh
docker ps
