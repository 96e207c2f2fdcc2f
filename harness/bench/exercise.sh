#!/bin/sh
# The commands of the build-noderun solution, in its order, and the stop that its checks demand, without a terminal.
# Run in the submission's folder.
set -eu
docker build --no-cache -q -t noderun:1.0 . >/dev/null
docker images | grep noderun >/dev/null
docker image history noderun:1.0 >/dev/null
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0 >/dev/null
docker ps | grep node >/dev/null
until curl -sf localhost:6060; do sleep 0.02; done
docker logs node-run >/dev/null
docker stop node-run >/dev/null
