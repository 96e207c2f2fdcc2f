docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0
echo 'docker export node-run > node-run.tar'
echo 'docker: Error response from daemon: No command specified.'
echo 'HostName: 0123456789ab'
