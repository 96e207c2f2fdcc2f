docker run -itd --name work node:20-alpine3.17 sh
docker exec work apk add --no-cache tini curl
docker exec work mkdir /app
docker cp runapp.js work:/app/runapp.js
docker commit -c 'WORKDIR /app' -c 'EXPOSE 6060' -c 'ENTRYPOINT ["/sbin/tini","--"]' -c 'CMD ["node","runapp.js"]' work noderun:1.0
docker rm -f work
docker images | grep noderun
docker image history noderun:1.0
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker ps | grep node
curl localhost:6060
docker logs node-run
