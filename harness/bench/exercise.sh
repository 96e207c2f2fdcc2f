#!/bin/sh
# The build-noderun exercise as a student types it: build, run, curl, logs, stop. Run in the submission's folder.
set -eu
docker build --no-cache -q -t noderun:1.0 . >/dev/null
docker run -itd -p 6060:6060 --name=node-run -h node-run noderun:1.0 >/dev/null
until curl -sf localhost:6060; do sleep 0.02; done
docker logs node-run >/dev/null
docker stop node-run >/dev/null
