docker run -itd --name draft node:20-alpine3.17 sh
docker commit draft mine:1.0
docker rm -f draft
docker run -itd --name first-box mine:1.0 sh
