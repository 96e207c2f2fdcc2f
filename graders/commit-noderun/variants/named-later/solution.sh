docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker cp runapp.js node-run:/app/runapp.js
docker restart node-run
id=$(docker commit node-run)
docker tag $id node-run:2.0
docker run -itd --name=web3 -p 6063:6060 $id
docker rename web3 node-run3
curl localhost:6063
