import type { Text } from '../../text.ts';

/** What help says of `drydock report` and its options. */
export const reportTexts = {
  report: {
    ko: '저장된 결과를 다시 채점하지 않고 원하는 형식으로 씁니다',
    en: 'write results graded before in any format, without grading again',
  },
  format: { ko: '형식', en: 'format' },
  output: {
    ko: '쓸 파일, `--split` 과 함께이면 폴더(기본값: 표준 출력)',
    en: 'file to write, or folder with `--split` (default: stdout)',
  },
  split: {
    ko: '학생마다(student) 또는 과제마다(assignment) 보고서를 따로 씁니다',
    en: 'write one report for each student, or for each assignment',
  },
  roster: {
    ko: '명단 CSV(grades, canvas, moodle, html)',
    en: 'roster in CSV (grades, canvas, moodle, html)',
  },
  rosterColumns: {
    ko: '명단의 열 이름(예: username=login,name=성명)',
    en: 'names of the roster’s columns (such as username=login,name=Who)',
  },
  courseFile: {
    ko: '마감, 지각 감점, 시도를 정하는 과정 파일(course.json). 채점 폴더는 채점할 때의 파일을 씁니다',
    en: 'course file (course.json): due dates, late policy, attempts; a results folder has its own',
  },
  overrides: {
    ko: '점수 수정 CSV(student,assignment,score,reason,by). 채점 폴더는 채점할 때의 파일을 씁니다',
    en: 'overrides in CSV (student,assignment,score,reason,by); a results folder has its own',
  },
  canvasIds: {
    ko: 'Canvas의 과제 번호(예: build-noderun=4711)',
    en: 'Canvas’ numbers of assignments (such as build-noderun=4711)',
  },
  junitProfile: {
    ko: 'JUnit의 종류: default 또는 strict(junit-10.xsd에 맞춤)',
    en: 'kind of JUnit: default, or strict (valid by junit-10.xsd)',
  },
  dir: {
    ko: '채점한 폴더: 줄을 가리키는 형식이 파일 경로를 찾는 곳(기본값: 지금 폴더)',
    en: 'folder that was graded, for formats that point at its lines (default: this one)',
  },
  classroom50: {
    ko: 'Classroom 50이 읽는 result.json과 release-body.md를 지금 폴더에 씁니다',
    en: 'write result.json and release-body.md for Classroom 50 into this folder',
  },
  bom: { ko: 'CSV를 Excel이 알아보는 UTF-8로 씁니다', en: 'write CSV so that Excel reads it as UTF-8' },
  student: { ko: '한 학생만', en: 'one student alone' },
  assignment: { ko: '한 과제만', en: 'one assignment alone' },
} satisfies Record<string, Text>;
