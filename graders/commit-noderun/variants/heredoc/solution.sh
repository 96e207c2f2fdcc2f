docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
cat > runapp.js <<'END'
const http = require('http');

const server = http.createServer().listen(6060);

server.on('request', (req, res) => {
  console.log('fastcampus request arrived.');
  res.write('HostName: ' + process.env.HOSTNAME + '\n');
  res.end();
});

server.on('connection', (socket) => {
  console.log('fastcampus Connected.');
});
END
docker cp ./runapp.js node-run:/app/
docker restart node-run
docker exec -it node-run ls -l /app
docker exec -it node-run sh
docker commit node-run node-run:2.0
docker run -itd --name=node-run3 -p 6063:6060 node-run:2.0
docker exec -it node-run3 cat /app/runapp.js
