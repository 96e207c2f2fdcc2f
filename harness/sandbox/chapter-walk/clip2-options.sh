# Clip 2: the options of docker run, and copying between a container and its host.
echo 'app on host' > app.txt
docker run --rm -v $PWD:/app -w /app alpine sh -c 'pwd; cat app.txt; echo from container > made.txt'
#~ ^/app\napp on host\n
cat made.txt
#~ ^from container\n
docker run --rm -v $PWD:/data:ro alpine touch /data/x
#= 1
#~ Read-only file system
docker run --rm -v /etc:/host alpine ls /host
#= 125
#~ drydock: .*/etc.* is refused
printf 'COURSE=docker\nLEVEL=5\n' > app.env
docker run --rm --env-file app.env -e WHO=me --env LEVEL=6 alpine sh -c 'echo $COURSE $LEVEL $WHO'
#~ ^docker 6 me\n
docker run --rm -h myhost alpine hostname
#~ ^myhost\n
docker run -d -P --name web nginx:1.25.0-alpine
docker port web
#~ ^80/tcp -> 0\.0\.0\.0:\d{5}\n
curl -s $(docker port web 80/tcp | head -n 1 | sed s/0.0.0.0/localhost/)
#~ Welcome to nginx!

# Restart policies
docker run -d --restart=on-failure:3 --name failing alpine sh -c 'echo try; exit 7'
docker run -d --restart=always --name steady alpine sleep 1000
docker run -d --restart=unless-stopped --name stopped alpine sleep 1000
docker stop -t 0 stopped
until [ "$(docker inspect -f '{{.RestartCount}} {{.State.Status}}' failing)" = '3 exited' ]; do sleep 0.2; done
docker inspect -f '{{.RestartCount}} {{.State.ExitCode}} {{.HostConfig.RestartPolicy}}' failing
#~ ^3 7 \{on-failure 3\}\n
docker logs failing | grep -c try
#~ ^4\n

# inspect
docker container inspect web
#~ "Image": "nginx:1\.25\.0-alpine"
#~ "NetworkSettings": \{
docker inspect --format '{{.Config.StopSignal}} {{json .Config.Cmd}}' web
#~ ^SIGQUIT \["nginx","-g","daemon off;"\]\n

# cp: a folder out, a file in, also while the container is stopped
docker run -itd --name=my_container centos
docker cp my_container:/var/log/ ~/centos_log/
ls ~/centos_log
#~ \bwtmp\b
docker cp my_container:/etc/passwd /tmp/etc
grep root /tmp/etc
#~ ^root:x:0:0:
touch local.txt
docker cp ./local.txt my_container:/tmp/local.txt
docker exec -it my_container ls /tmp
#~ ^local\.txt\n
docker stop -t 0 my_container
mkdir -p folder/sub && echo deep > folder/sub/file
docker container cp folder my_container:/tmp/
docker cp my_container:/tmp/folder/sub/file - | tar -xO
#~ ^deep\n
docker start my_container
docker exec my_container cat /tmp/folder/sub/file
#~ ^deep\n
docker cp my_container:/nothing .
#= 1
#~ Could not find the file /nothing

# cp and restart: another configuration takes effect
docker run -d -p 7777:80 --name=webserver nginx:1.25.0-alpine
docker cp webserver:/etc/nginx/nginx.conf ~/nginx.conf
sed -i 's#include /etc/nginx/conf.d.*#server { listen 80; location / { proxy_pass http://127.0.0.1:8080; } } server { listen 8080; return 200 "behind the proxy\\n"; }#' ~/nginx.conf
docker cp ~/nginx.conf webserver:/etc/nginx/nginx.conf
curl -s localhost:7777 | grep title
#~ Welcome to nginx!
docker restart webserver
curl -s localhost:7777
#~ ^behind the proxy\n
docker run -itd --name=web80 -p 7777:80 alpine sh
#= 125
#~ port is already allocated

# mysql without a password ends by itself
docker run -itd --name=mydb mysql:5.7-debian
docker wait mydb
#~ ^1\n
docker ps -a
#~ mysql:5\.7-debian .* Exited \(1\) .* mydb
docker logs mydb
#~ Database is uninitialized and password option is not specified
#~ MYSQL_ROOT_PASSWORD\n(.|\n)*MYSQL_ALLOW_EMPTY_PASSWORD\n(.|\n)*MYSQL_RANDOM_ROOT_PASSWORD
docker run -itd --name=mydb mysql:5.7-debian
#= 125
#~ Conflict\. The container name "/mydb" is already in use
docker rm mydb
#~ ^mydb\n
docker run -d --name=mydb -e MYSQL_ROOT_PASSWORD=pass mysql:5.7-debian
until docker exec mydb mysql -uroot -ppass -h127.0.0.1 -e 'select 6*7' 2>/dev/null; do sleep 0.3; done
#~ \b42\b
