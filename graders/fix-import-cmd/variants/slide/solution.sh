# as on the slide
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker ps
docker export node-run > node-run.tar
ls
tar tvf node-run.tar
sudo scp node-run.tar hostos2:/home/skyle
cat node-run.tar | docker import - node-run:3.0
docker images | grep node
docker run -itd --name=node-run3 -p 6064:6060 noderun:3.0
docker run -itd --name=node-run3 -p 6064:6060 node-run:3.0
docker rmi node-run:3.0
docker import --change 'CMD ["node", "/app/runapp.js"]' node-run.tar node-run:3.0
docker run -itd --name=node-run3 -p 6064:6060 node-run:3.0
docker ps -a | grep node
while true; do curl 192.168.56.101:6064; sleep 1; done
cat node-run.tar | docker import - node-run:4.0
cat > Dockerfile_noderun4 <<'EOF'
FROM node-run:4.0 
CMD ["node", "/app/runapp.js"]
EOF
docker build -t node-run:5.0 -f Dockerfile_noderun4 .
docker run -itd --name=node-run5 -p 6065:6060 node-run:5.0
docker ps | grep node-run5
curl localhost:6065
docker logs -f node-run5
