import type { Text } from '../text.ts';

/** What help says of the program and its commands. */
export const programTexts = {
  drydock: {
    ko: '도커 실습 과제를 제출물마다 새로 띄운 격리된 도커 엔진에서 채점합니다.',
    en: 'Grades hands-on Docker coursework, each submission in a fresh, isolated Docker engine.',
  },
  check: {
    ko: '지금 폴더(또는 --dir)의 제출물을 채점합니다',
    en: 'grade the submission in this folder (or --dir)',
  },
  list: { ko: '과제 목록을 보여 줍니다', en: 'show the assignments' },
  prepare: {
    ko: '채점에 쓸 이미지를 미리 준비합니다',
    en: 'prepare the images that grading needs',
  },
  doctor: {
    ko: '이 기계에서 채점할 수 있는지, 무엇이 빠졌는지 알려 줍니다',
    en: 'say whether this machine can grade, what is missing, and what to do',
  },
  help: { ko: '명령의 도움말을 보여 줍니다', en: 'show help for a command' },
  epilogue: {
    ko: '종료 코드: 0 채점함 · 1 --fail-under 미만 · 2 사용법 또는 과제 정의 오류 · 3 기계 오류(점수 없음) · 130/143 중단\n예: drydock check build-noderun --dir ~/homework\n',
    en: 'Exit codes: 0 graded · 1 below --fail-under · 2 usage or manifest error · 3 the machine failed, no score · 130/143 interrupted\nExample: drydock check build-noderun --dir ~/homework\n',
  },
} satisfies Record<string, Text>;

/** What help says of the options. */
export const optionTexts = {
  version: { ko: '버전을 출력합니다', en: 'print the version' },
  help: { ko: '도움말을 보여 줍니다', en: 'show help' },
  lang: { ko: '출력 언어(기본값은 로캘을 따릅니다)', en: 'language of the output (from the locale)' },
  course: {
    ko: 'assignments/ 와 graders/ 가 들어 있는 폴더',
    en: 'folder that holds assignments/ and graders/',
  },
  json: { ko: '표준 출력에 JSON만 출력합니다', en: 'print JSON alone on stdout' },
  quiet: { ko: '진행 상황을 출력하지 않습니다', en: 'no progress' },
  color: { ko: '항상 색을 씁니다', en: 'colours always' },
  noColor: { ko: '색을 쓰지 않습니다', en: 'no colours' },
  dir: {
    ko: '과제 폴더들이 들어 있는 폴더, 또는 과제 폴더 하나(기본값: 지금 폴더)',
    en: 'folder that holds assignment folders, or is one (default: this one)',
  },
  student: { ko: '결과에 적을 이름(기본값: 로그인 이름)', en: 'name for the result (default: login name)' },
  junit: { ko: 'JUnit XML을 쓸 파일, `-` 는 표준 출력', en: 'write JUnit XML to a file, `-` for stdout' },
  failUnder: {
    ko: '한 과제라도 이 백분율에 못 미치면 종료 코드 1',
    en: 'exit 1 when an assignment gets less than this percentage',
  },
  patience: {
    ko: '느린 기계에서 모든 시간 제한을 이 배수로 늘립니다(기본값: 1)',
    en: 'on a slow machine: all time limits this many times longer (default: 1)',
  },
  noPrepare: {
    ko: '이미지가 없으면 준비하지 않고 오류로 끝냅니다',
    en: 'fail when images are missing instead of preparing them',
  },
  force: { ko: '이미 준비된 이미지도 다시 준비합니다', en: 'prepare again what is prepared already' },
  save: {
    ko: '준비한 이미지를 폴더에 저장합니다(CI 캐시, 다른 기계로 옮기기)',
    en: 'save what was prepared in a folder (for a CI cache or another machine)',
  },
  load: { ko: '폴더에 저장된 이미지를 먼저 불러옵니다', en: 'take over what was saved in a folder first' },
  runtime: {
    ko: '채점용 엔진을 격리할 런타임: auto, sysbox-runc 등(기본값: 도커의 기본 런타임)',
    en: 'runtime that isolates engines: auto, sysbox-runc… (default: Docker’s own)',
  },
  registryMirror: {
    ko: '이미지를 받을 도커 허브 미러의 주소',
    en: 'mirror of Docker Hub to pull images from',
  },
} satisfies Record<string, Text>;

/** Commander's own headings. */
export const helpTitles: Readonly<Record<string, Text>> = {
  'Usage:': { ko: '사용법:', en: 'Usage:' },
  'Options:': { ko: '옵션:', en: 'Options:' },
  'Commands:': { ko: '명령:', en: 'Commands:' },
  'Arguments:': { ko: '인자:', en: 'Arguments:' },
  'Global Options:': { ko: '공통 옵션:', en: 'Global options:' },
};
