import type { Stop } from '../../bulk/index.ts';
import type { LeftOut } from '../../submissions/index.ts';
import type { Text } from '../../text.ts';

/** What `drydock grade` says, and what help says of it. */
export const gradeTexts = {
  grade: {
    ko: '한 반의 제출물을 모두 채점합니다. 다시 실행하면 바뀐 것만 채점합니다',
    en: 'grade what a class handed in; run again, it grades what has changed',
  },
  out: {
    ko: '결과를 쓸 폴더(기본값: <dir>-results)',
    en: 'folder for the results (default: <dir>-results)',
  },
  roster: { ko: '학생 명단 CSV', en: 'CSV of the class' },
  rosterColumns: {
    ko: '명단의 열 이름: username=로그인,name=이름',
    en: 'columns of the roster: username=Login,name=Name',
  },
  map: {
    ko: '폴더와 학생을 잇는 CSV(folder,username)',
    en: 'CSV that says whose a folder is (folder,username)',
  },
  repositories: {
    ko: '채점할 git 저장소 CSV(url,commit,student,assignment)',
    en: 'CSV of git repositories to grade (url,commit,student,assignment)',
  },
  localRepositories: {
    ko: '그 CSV에 이 컴퓨터의 저장소 경로도 허용합니다',
    en: 'that CSV may name repositories on this machine',
  },
  courseFile: {
    ko: '지각과 여러 번 제출의 규칙이 든 파일(course.json)',
    en: 'file with the rules for late work and attempts (course.json)',
  },
  overrides: {
    ko: '강사가 정한 점수 CSV(student,assignment,score,reason,by)',
    en: 'CSV of scores that the instructor set (student,assignment,score,reason,by)',
  },
  assignment: {
    ko: '이 과제만 채점합니다(여러 번 쓸 수 있음)',
    en: 'grade this assignment alone (may be repeated)',
  },
  student: {
    ko: '이 학생만 채점합니다(여러 번 쓸 수 있음)',
    en: 'grade this student alone (may be repeated)',
  },
  force: { ko: '바뀌지 않은 제출물도 다시 채점합니다', en: 'grade what has not changed, too' },
  onlyErrors: {
    ko: '기계 오류로 점수가 없는 것만 다시 채점합니다',
    en: 'grade only what the machine failed last time',
  },
  concurrency: {
    ko: '한꺼번에 채점할 제출물 수의 상한',
    en: 'how many submissions are graded at once, at most',
  },
  sentinelEvery: {
    ko: '제출물 몇 개마다 정답을 아는 제출물로 기계를 확인할지(기본값: 50, 0은 확인하지 않음)',
    en: 'submissions between two proofs that the machine grades rightly (default: 50; 0: none)',
  },
  queue: {
    ko: '다른 기계의 일꾼에게 맡길 Redis 주소(DRYDOCK_QUEUE 환경 변수도 됩니다)',
    en: 'Redis by which workers elsewhere grade (or DRYDOCK_QUEUE in the environment)',
  },
  workersAsked: (why: string): Text => ({
    ko: `이 컴퓨터에는 쓸 수 있는 도커 엔진이 없어(${why}) 이미지와 엔진의 버전을 worker에게 묻습니다.`,
    en: `This machine has no Docker engine to use (${why}): the workers are asked for their images and engine.`,
  }),
  summary: (graded: number, unchanged: number): Text => ({
    ko: `채점한 제출물 ${graded}개, 바뀌지 않아 그대로 둔 제출물 ${unchanged}개.`,
    en: `${graded} graded, ${unchanged} unchanged and left as they were.`,
  }),
  absent: (count: number): Text => ({
    ko: `명단에 있지만 아무것도 내지 않은 학생 ${count}명:`,
    en: `On the roster, and handed in nothing (${count}):`,
  }),
  unknown: (count: number): Text => ({
    ko: `명단의 누구 것인지 알 수 없는 폴더 ${count}개(\`--map\` 으로 알려 주세요):`,
    en: `Belongs to nobody on the roster (${count}); say whose it is with \`--map\`:`,
  }),
  troubles: (count: number): Text => ({
    ko: `받은 그대로는 채점할 수 없는 것 ${count}개:`,
    en: `Cannot be graded as it was handed in (${count}):`,
  }),
  leftOut: (count: number): Text => ({
    ko: `링크나 서브모듈처럼 가져오지 않은 것이 있는 제출물 ${count}개:`,
    en: `Something was not taken of these, such as links or submodules (${count}):`,
  }),
  leftOutWhy: {
    link: { ko: '링크', en: 'a link' },
    device: { ko: '장치', en: 'a device' },
    submodule: { ko: '서브모듈', en: 'a submodule' },
    'lfs-pointer': { ko: '실제 내용이 없는 Git LFS 포인터', en: 'the pointer of Git LFS, without the file' },
  } satisfies Record<LeftOut['why'], Text>,
  unreadable: (count: number): Text => ({
    ko: `결과 폴더에서 읽을 수 없는 파일 ${count}개(\`--only-errors\` 없이 다시 실행하면 다시 채점합니다):`,
    en: `Files of the results folder that cannot be read (${count}); a run without \`--only-errors\` grades them again:`,
  }),
  again: {
    ko: '점수가 없는 제출물은 0점이 아닙니다. `drydock doctor` 로 기계를 확인하고 같은 명령을 다시 실행하세요.',
    en: 'What has no score is not a zero. Look at the machine with `drydock doctor`, then run the same command again.',
  },
  stopped: {
    'wrong-sentinel': {
      ko: '이 기계가 정답을 아는 제출물을 거듭 틀리게 채점해 멈췄습니다. 마지막 확인 뒤의 결과는 취소했습니다. `drydock verify --all` 로 채점기를, `drydock doctor` 로 기계를 확인하세요.',
      en: 'Stopped: this machine graded submissions with known verdicts wrongly, again and again. What it graded since it was last right was taken back. Prove the graders with `drydock verify --all`, the machine with `drydock doctor`.',
    },
    'lost-sentinel': {
      ko: '정답을 아는 제출물을 세 번이나 채점하지 못해 멈췄습니다. `drydock doctor` 로 기계를 확인하세요.',
      en: 'Stopped: a submission with a known verdict could not be graded, three times. Look at the machine with `drydock doctor`.',
    },
    machine: {
      ko: '제출물 여덟 개를 잇달아 채점하지 못해 멈췄습니다. `drydock doctor` 로 기계를 확인하세요.',
      en: 'Stopped: eight submissions in a row could not be graded. Look at the machine with `drydock doctor`.',
    },
  } satisfies Record<Stop, Text>,
};
