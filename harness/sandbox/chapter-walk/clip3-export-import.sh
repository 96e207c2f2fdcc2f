# Clip 3: export and import, and what an imported image has lost.
cat > runapp.js <<'END'
require('http').createServer((req, res) => res.end('HostName: ' + process.env.HOSTNAME + '\n')).listen(6060);
END
printf 'FROM node:20-alpine3.17\nWORKDIR /app\nCOPY runapp.js .\nEXPOSE 6060\nCMD ["node", "runapp.js"]\n' > Dockerfile
docker build -q -t noderun:1.0 .
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
docker ps
#~ noderun:1\.0 .* node-run\n
docker export node-run > node-run.tar
ls
#~ \bnode-run\.tar\b
tar tvf node-run.tar
#~ app/runapp\.js\n
#~ bin/busybox\n
# Another host is another folder here
mkdir -p ~/hostos2 && sudo cp node-run.tar ~/hostos2/ && cd ~/hostos2
cat node-run.tar | docker import - node-run:3.0
#~ ^sha256:[0-9a-f]{64}\n
docker images | grep node
#~ node-run +3\.0
docker image inspect -f '{{len .RootFS.Layers}} {{.Config.Cmd}} {{.Config.ExposedPorts}}' node-run:3.0
#~ ^1 \[\] map\[\]\n
docker run -itd --name=node-run3 -p 6064:6060 node-run:3.0
#= 125
#~ [Nn]o command specified
docker rmi node-run:3.0
#~ Untagged: node-run:3\.0\n
docker import --change 'CMD ["node", "/app/runapp.js"]' node-run.tar node-run:3.0
docker images | grep node
#~ node-run +3\.0
docker run -itd --name=node-run3 -p 6064:6060 node-run:3.0
docker ps -a | grep node
#~ node-run:3\.0 +"node /app/runapp\.js" .* Up .* node-run3
curl localhost:6064
#~ ^HostName: [0-9a-f]{12}\n

# The second way: a Dockerfile on the imported image
cat node-run.tar | docker import - node-run:4.0
cat > Dockerfile_noderun4 <<'END'
FROM node-run:4.0
CMD ["node", "/app/runapp.js"]
END
docker build -t node-run:5.0 -f Dockerfile_noderun4 .
docker images | grep node
#~ node-run +5\.0(.|\n)*node-run +4\.0|node-run +4\.0(.|\n)*node-run +5\.0
docker run -itd --name=node-run5 -p 6065:6060 node-run:5.0
docker ps | grep node-run5
#~ Up .* 0\.0\.0\.0:6065->6060/tcp
curl localhost:6065
#~ ^HostName: [0-9a-f]{12}\n

# save and load keep what export and import lose
docker save -o noderun.tar noderun:1.0
docker rm -f node-run
docker rmi noderun:1.0
docker load -i noderun.tar
#~ Loaded image: noderun:1\.0
docker run --rm noderun:1.0 node -p 'process.cwd()'
#~ ^/app\n
docker image inspect -f '{{json .Config.Cmd}}' noderun:1.0
#~ ^\["node","runapp\.js"\]\n
