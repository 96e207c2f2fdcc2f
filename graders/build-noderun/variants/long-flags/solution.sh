docker image build --tag noderun:1.0 --file Dockerfile .
docker image ls noderun
docker image history --no-trunc noderun:1.0
docker container run --hostname node-run --detach --tty --interactive --name node-run --publish 6060:6060/tcp noderun:1.0
docker container ls
curl -s http://localhost:6060/
docker container logs node-run
