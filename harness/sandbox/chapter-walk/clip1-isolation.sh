# Clip 1: what isolates a container, and what a container looks like on its host.

# Docker container start
docker run -it --rm --name=mycontainer ubuntu:14.04 bash
	ls /
	df -h
	hostname
	ps -ef
	ifconfig
	exit
#~ ^root@[0-9a-f]{12}:/# ls /
#~ \bboot\b(.|\n)*\bhome\b(.|\n)*\bsbin\b
#~ overlay .* /\n
#~ /etc/hosts
#~ # hostname\n[0-9a-f]{12}\n
#~ root +1 +0 .* bash\n
#~ root +\d+ +1 .* ps -ef\n
#~ eth0 +Link encap:Ethernet +HWaddr 02:42:AC:11
#~ inet addr:172\.17\.0\.2 +Bcast:172\.17\.255\.255 +Mask:255\.255\.0\.0
docker ps -aq --filter name=mycontainer | wc -l
#~ ^0\n

# The namespaces of the machine, and those of one container
docker run -d --name=sleeper ubuntu:14.04 sleep 1000
sudo lsns
#~ NS TYPE +NPROCS +PID USER
#~ \d+ (mnt|pid|uts|ipc|net) +\d+ +\d+ root +sleep 1000
sudo lsns -p $(docker inspect -f '{{.State.Pid}}' sleeper)
#~ pid +1 +\d+ root +sleep 1000
lsns
#~ NS TYPE

# Life cycle: create, start, attach
docker pull ubuntu:16.04
#~ 16\.04: Pulling from library/ubuntu\n
#~ Status: Image is up to date for ubuntu:16\.04\n
docker pull ubuntu:18.04
#= 1
#~ network is unreachable|no such host|Temporary failure
docker images
#~ ubuntu +16\.04
#~ ubuntu +14\.04
docker create -it --name myubuntu16-1 ubuntu:16.04
#~ ^[0-9a-f]{64}\n
docker ps -a
#~ ubuntu:16\.04 +"/bin/bash" .* Created +myubuntu16-1
docker start myubuntu16-1
#~ ^myubuntu16-1\n
docker attach myubuntu16-1
	hostname
	exit
#~ # hostname\n[0-9a-f]{12}\n
docker run -it --name=myubuntu16-2 ubuntu:16.04 bash
	cat /etc/os-release
	exit 3
#= 3
#~ VERSION_ID="16\.04"

# A container is a process and a snapshot of its image
mkdir -p ~/LABs/ch05 && cd ~/LABs/ch05
docker run -itd --name=mycontainer ubuntu:14.04 bash
docker attach mycontainer
	echo 'fastcampus!' > mycontainer.txt
	cat mycontainer.txt
#= 1
#! Ctrl-P Ctrl-Q
#~ # cat mycontainer\.txt\nfastcampus!\n
ps -ef | grep -v grep | grep bash
#~ root .* bash\n
sudo find /var/lib/docker -name mycontainer.txt
#~ ^/var/lib/docker/overlay2/[0-9a-f]{64}/diff/mycontainer\.txt\n
#~ /var/lib/docker/overlay2/[0-9a-f]{64}/merged/mycontainer\.txt\n
sudo ls $(docker inspect -f '{{.GraphDriver.Data.MergedDir}}' mycontainer)
#~ \bmycontainer\.txt\b
sudo su -
	find /var/lib/docker -name mycontainer.txt
	cd $(dirname $(find /var/lib/docker -path '*/merged/*' -name mycontainer.txt))
	ls
	cat mycontainer.txt
	exit
#~ /diff/mycontainer\.txt\n
#~ \nmycontainer\.txt\n(.|\n)*\nusr\n
#~ \nfastcampus!\n
