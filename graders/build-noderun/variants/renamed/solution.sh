docker build -q -t noderun:1.0 .
docker run -dit --name web -h node-run -p 6060:6060 noderun:1.0
docker rename web node-run
docker stop node-run
docker start node-run
docker stats node-run
