import('node:http').then(({ createServer }) => {
  const os = require('node:os');
  const server = createServer((req, res) => {
    console.log('Your request arrived.');
    res.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    res.end(`HostName: ${os.hostname()}\n`);
  });
  server.on('connection', () => console.log(`Your Connected.`));
  server.listen(6060, '0.0.0.0');
});
