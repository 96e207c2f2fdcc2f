docker run -itd --name first-box node:20-alpine3.17 sh
docker kill first-box
