#!/bin/bash
set -e
mkdir -p ~/ch05
cat > runapp.js <<'EOF'
const os = require('os');
const http = require('http');

const server = http.createServer((req, res) => {
  console.log('Your request arrived.');
  res.end(`HostName: ${os.hostname()}\n`);
});
server.on('connection', () => console.log('Your Connected.'));
server.listen(6060, '0.0.0.0');
EOF
cat <<EOF > Dockerfile
FROM node:20-alpine3.17
RUN apk add --no-cache tini curl
WORKDIR /app
COPY runapp.js .
EXPOSE 6060
HEALTHCHECK CMD curl -f localhost:6060 || exit 1
ENTRYPOINT ["tini", "--"]
CMD node runapp.js
EOF

docker build -t noderun:1.0 . &&
docker run -itd \
  -p 6060:6060 \
  --name=node-run \
  -h node-run \
  noderun:1.0

for i in 1 2 3; do
  curl 192.168.56.101:6060
done
docker history noderun:1.0
