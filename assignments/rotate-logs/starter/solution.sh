# 터미널에 입력한 명령을 한 줄에 하나씩 적으세요. 이 줄처럼 #으로 시작하는 줄은 실행되지 않습니다.
# Write the commands you typed at the terminal, one on each line. A line that starts with # is not run.
#
# 1. docker run …        node-run 컨테이너(6060:6060)             The container node-run (6060:6060).
# 2. sudo truncate …     실행 중인 node-run의 로그를 비웁니다.     Empty the log of node-run while it runs.
# 3. sudo cp …           daemon.json을 설치합니다.                 Install daemon.json.
# 4. sudo systemctl …    도커 데몬을 다시 시작합니다.              Restart the Docker daemon.
# 5. docker rm, run …    node-run을 새로 만듭니다.                 Make node-run anew.
# 6. docker run …        node-run2(6062:6060), 로그 옵션을 따로    node-run2 (6062:6060), with log options of its own.
# 7. docker run, logs …  mydb가 1로 끝난 까닭을 찾아 고칩니다.     Find out why mydb ends with 1, and mend it.
