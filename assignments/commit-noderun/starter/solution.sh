# 터미널에 입력한 명령을 한 줄에 하나씩 적으세요. 이 줄처럼 #으로 시작하는 줄은 실행되지 않습니다.
# Write the commands you typed at the terminal, one on each line. A line that starts with # is not run.
#
# 1. docker run …        node-run 컨테이너를 noderun:1.0 이미지로 실행합니다.   Run the container node-run from noderun:1.0.
# 2. docker cp …         고친 runapp.js 파일을 컨테이너에 넣습니다.            Put the patched runapp.js into the container.
# 3. docker restart …    고친 파일로 다시 시작합니다.                          Start again with the patched file.
# 4. docker commit …     컨테이너를 node-run:2.0 이미지로 만듭니다.            Make the image node-run:2.0 of the container.
# 5. docker run …        node-run3 컨테이너를 그 이미지로 실행합니다.          Run the container node-run3 from that image.
# 6. curl …              새 컨테이너가 답하는지, 무엇을 남기는지 확인합니다.   See whether it answers, and what it logs.
