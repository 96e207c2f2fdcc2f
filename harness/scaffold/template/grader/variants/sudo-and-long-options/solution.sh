sudo docker run --interactive --tty --detach --name=first-box node:20-alpine3.17 sh
sudo docker ps
