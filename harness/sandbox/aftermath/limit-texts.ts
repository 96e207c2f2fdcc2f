/** What is said of each limit that a replay reached. */
import { fillText, type Text } from '../../text.ts';
import { benchDisks } from '../bench/index.ts';
import type { SandboxLimits } from '../limits.ts';

export type LimitKind = keyof typeof templates;

const templates = {
  benchMemory: {
    ko: '터미널의 프로그램들이 메모리 한도 {benchMemory}를 다 써서 커널이 그중 하나를 끝냈습니다.',
    en: 'the programs on the terminal used all of their {benchMemory} of memory, and the kernel ended one.',
  },
  engineMemory: {
    ko: '컨테이너들이 다 함께 쓰는 메모리 한도 {engineMemory}에 이르러 프로세스 하나가 강제로 끝났습니다. `docker run -m` 으로 한 컨테이너의 메모리를 제한할 수 있습니다.',
    en: 'all containers together reached their limit of {engineMemory} of memory, and a process was killed. `docker run -m` limits one container.',
  },
  benchPids: {
    ko: '터미널에서 프로세스를 한도인 {benchPids}개까지 만들어 더 만들 수 없었습니다. 끝없이 자신을 부르는 함수나 반복문이 있는지 확인하세요.',
    en: 'the terminal reached its limit of {benchPids} processes. Look for a function or a loop that starts itself without end.',
  },
  enginePids: {
    ko: '컨테이너들의 프로세스가 모두 합해 한도인 {enginePids}개에 이르렀습니다. `docker run --pids-limit` 으로 한 컨테이너의 프로세스 수를 제한할 수 있습니다.',
    en: 'all containers together reached their limit of {enginePids} processes. `docker run --pids-limit` limits one container.',
  },
  engineDisk: {
    ko: '이미지, 레이어, 볼륨, 로그, 빌드 캐시를 합한 디스크 한도 {engineDisk}를 다 썼습니다. `docker system df` 로 무엇이 큰지 볼 수 있습니다.',
    en: 'images, layers, volumes, logs and build cache together used all of their {engineDisk} of disk. `docker system df` shows what is large.',
  },
  workspaceBytes: {
    ko: '작업 폴더의 용량 한도 {workspace}를 다 썼습니다. `du -ah` 로 큰 파일을 찾을 수 있습니다.',
    en: 'the working folder is full: its limit is {workspace}. `du -ah` finds large files.',
  },
  workspaceInodes: {
    ko: '작업 폴더에 만들 수 있는 파일의 한도 {workspaceInodes}개를 다 썼습니다. `find | wc -l` 로 셀 수 있습니다.',
    en: 'the working folder has no room for more files: its limit is {workspaceInodes}. `find | wc -l` counts them.',
  },
  someDisk: {
    ko: '디스크에 빈 곳이 없다는 오류가 났습니다. 한도는 이미지와 볼륨 {engineDisk}, 작업 폴더 {workspace}(파일 {workspaceInodes}개), 터미널의 `/tmp` 폴더 {tmp}, 홈 폴더 {home}입니다.',
    en: 'a disk had no space left. The limits are {engineDisk} for images and volumes, {workspace} and {workspaceInodes} files for the working folder, {tmp} for `/tmp` and {home} for the home folder of the terminal.',
  },
} satisfies Record<string, Text>;

/** All limits that a replay can reach. */
export const limitKinds = Object.keys(templates) as LimitKind[];

/** The text about a limit, with its size and the line where it was reached, when that is known. */
export function limitText(kind: LimitKind, limits: SandboxLimits, line: number | null): Text {
  const { ko, en } = fillText(templates[kind], {
    benchMemory: size(limits.benchMemoryBytes),
    engineMemory: size(limits.engineMemoryBytes),
    engineDisk: size(limits.engineDiskBytes),
    workspace: size(limits.workspaceBytes),
    workspaceInodes: limits.workspaceInodes,
    tmp: size(benchDisks.tmpBytes),
    home: size(benchDisks.homeBytes),
    benchPids: limits.benchPids,
    enginePids: limits.enginePids,
  });
  if (line === null) return { ko, en: en.charAt(0).toUpperCase() + en.slice(1) };
  return { ko: `${line}번째 줄에서 ${ko}`, en: `Line ${line}: ${en}` };
}

function size(bytes: number): string {
  const gibi = bytes / 2 ** 30;
  return gibi >= 1 ? `${Number(gibi.toFixed(1))} GiB` : `${Math.round(bytes / 2 ** 20)} MiB`;
}
