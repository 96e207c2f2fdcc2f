docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker cp node-run:/app/runapp.js .
sed -i 's/Your /fastcampus /' runapp.js
docker cp runapp.js $(docker ps -q):/app/runapp.js
docker restart $(docker ps -q)
docker commit $(docker ps -q) node-run:2.0
docker run -itd --name=node-run3 -p 6063:6060 node-run:2.0
curl localhost:6063
