# Clip 3: attach, exec, diff and commit.
docker run -d --name top-container ubuntu:22.04 /usr/bin/top -b
docker attach top-container
#= 1
#! closed the stream
#! closed the wait
#~ top - \d\d:\d\d:\d\d up
docker ps --format '{{.Names}} {{.Status}}'
#~ ^top-container Up

docker run -itd --name=my_container alpine sh
docker exec -d my_container touch /tmp/exec_test
docker exec -it my_container sh
	ls
	cd /tmp
	ls
#! Ctrl-D
#~ # cd /tmp\n(.|\n)*/tmp # ls\n(.|\n)*exec_test
docker exec -it -w /tmp my_container pwd
#~ ^/tmp\n
docker exec my_container sh -c 'exit 9'
#= 9
docker exec -u nobody -e WHO=me my_container sh -c 'id -un; echo $WHO'
#~ ^nobody\nme\n
echo typed | docker exec -i my_container cat
#~ ^typed\n
docker attach my_container
#= 1
#! Ctrl-P Ctrl-Q
#~ read escape sequence

# diff
docker run -itd --name=node-run -h node-run -p 6060:6060 node:20-alpine3.17 node -e 'require("http").createServer((q, s) => { console.log("Your request arrived."); s.end(process.env.HOSTNAME + "\n") }).listen(6060)'
docker exec -it node-run sh
	adduser -D kevin
#! Ctrl-D
docker diff node-run
#~ ^C /etc$
#~ ^C /etc/passwd$
#~ ^A /home/\w+$
docker exec node-run rm /etc/alpine-release
docker diff node-run | grep alpine-release
#~ ^D /etc/alpine-release\n

# commit
docker commit -m 'a user' -a kevin node-run noderun:2.0
#~ ^sha256:[0-9a-f]{64}\n
docker images | grep noderun
#~ ^noderun +2\.0
docker image history noderun:2.0 | head -n 2
#~ a user\n
docker run -itd --name=node-run3 -p 6063:6060 noderun:2.0
docker exec node-run3 id -un kevin
#~ ^kevin\n
while true; do curl 192.168.56.101:6063; sleep 1; done
#= 130
#! Ctrl-C
#~ ^[0-9a-f]{12}\n
docker logs -f node-run3
#= 130
#! Ctrl-C
#~ ^Your request arrived\.\n
