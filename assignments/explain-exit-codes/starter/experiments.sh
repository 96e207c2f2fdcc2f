# 종료 코드를 하나씩 만드는 명령을 적으세요. 이 줄처럼 #으로 시작하는 줄은 실행되지 않습니다.
# Write the commands that produce the exit codes. A line that starts with # is not run.
#
# 컨테이너 이름 / container names (이미지 / image: alpine):
#   exit-0  exit-1  exit-125  exit-126  exit-127  exit-134
#   exit-137-kill  exit-137-stop  exit-137-oom  exit-139  exit-143
#
# 컨테이너는 지우지 마세요(--rm 없이). docker ps -a 로 결과를 볼 수 있습니다.
# Leave the containers there (no --rm). docker ps -a shows what became of them.
