# 터미널에 입력한 명령을 한 줄에 하나씩 적으세요. 이 줄처럼 #으로 시작하는 줄은 실행되지 않습니다.
# Write the commands you typed at the terminal, one on each line. A line that starts with # is not run.
#
# 1. docker run …                     noderun:1.0 이미지로 node-run 컨테이너를 실행합니다.   Run node-run from noderun:1.0.
# 2. docker export …                  node-run 컨테이너를 파일로 내보냅니다.                 Export node-run into a file.
# 3. docker import …, docker run …    CMD 없이 가져와 오류를 만납니다(node-run:3.0).         Import without CMD and meet the error.
# 4. docker import --change …         CMD를 넣어 node-run3 컨테이너를 실행합니다(6064).      Import with CMD and run node-run3.
# 5. docker import …, docker build …  node-run:4.0, node-run:5.0, node-run5 컨테이너(6065).  Mend it with a Dockerfile instead.
# 6. docker image inspect …           사라진 것을 lost.yaml 파일에 적습니다.                 Write what was lost into lost.yaml.
