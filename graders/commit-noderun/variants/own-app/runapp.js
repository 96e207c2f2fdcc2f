const { createServer } = require('node:http');
const who = 'fastcampus';
const app = createServer((request, response) => {
  console.log(`${who} request arrived.`);
  response.end(`HostName: ${process.env.HOSTNAME}\n`);
});
app.on('connection', () => console.log(`${who} Connected.`));
app.listen(6060);
