# Clip 3: every exit code of the chapter's table, and its cause.
docker run --name ok alpine true
docker run --name failed alpine sh -c 'exit 1'
#= 1
docker run --name daemon-failed -v /nowhere:/x alpine true
#= 125
docker run --no-such-option alpine
#= 125
#~ unknown flag: --no-such-option
docker run --name not-executable alpine /etc/passwd
#= 126
#~ permission denied
docker run --name not-found alpine no-such-program
#= 127
#~ executable file not found in \$PATH
docker run --name chosen alpine sh -c 'exit 128'
#= 128
docker run --init --name aborted alpine sh -c 'kill -ABRT $$'
#= 134
docker run -d --name killed alpine sleep 1000
docker kill killed
docker run --init --name crashed alpine sh -c 'kill -SEGV $$'
#= 139
docker run -d --init --name stopped alpine sleep 1000
docker stop stopped
docker run --name out-of-range alpine sh -c 'exit 255'
#= 255

# Out of memory: killed by the kernel, told apart by OOMKilled
docker run --name hungry -m 16m --memory-swap 16m alpine tail /dev/zero
#= 137
docker inspect -f '{{.Name}} {{.State.ExitCode}} {{.State.OOMKilled}}' hungry killed
#~ ^/hungry 137 true\n/killed 137 false\n
docker wait killed stopped
#~ ^137\n143\n
docker ps -a --format '{{.Names}} {{.Status}}'
#~ hungry Exited \(137\)
#~ stopped Exited \(143\)
#~ crashed Exited \(139\)
#~ aborted Exited \(134\)
#~ not-found Created
docker ps -a --filter exited=137 --format '{{.Names}}' | sort
#~ ^hungry\nkilled\n$
