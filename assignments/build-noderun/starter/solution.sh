# 터미널에 입력한 명령을 한 줄에 하나씩 적으세요. 이 줄처럼 #으로 시작하는 줄은 실행되지 않습니다.
# Write the commands you typed at the terminal, one on each line. A line that starts with # is not run.
#
# 1. docker build …      noderun:1.0 이미지를 빌드합니다.       Build the image noderun:1.0.
# 2. docker run …        node-run 컨테이너를 실행합니다.         Run the container node-run.
# 3. curl …              앱이 답하는지 확인합니다.               See whether the app answers.
