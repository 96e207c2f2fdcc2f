# 터미널에 입력한 명령을 한 줄에 하나씩 적으세요. 이 줄처럼 #으로 시작하는 줄은 실행되지 않습니다.
# Write the commands you typed at the terminal, one on each line. A line that starts with # is not run.
#
# 1. docker run …        first-box 컨테이너를 실행합니다.        Run the container first-box.
