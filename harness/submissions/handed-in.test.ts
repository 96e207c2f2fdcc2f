import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildFiles, ClassOfStudents, studentCalled, zipOfNames } from './testing/class-of-students.ts';
import { tarOf } from './testing/tar-of.ts';
import { zipOf } from './testing/zip-of.ts';

let school: ClassOfStudents;
beforeEach(async () => {
  school = await ClassOfStudents.make();
});
afterEach(() => school[Symbol.asyncDispose]());

describe('what class tools make', () => {
  test('clones, of several assignments side by side, or of one', async () => {
    await school.putAll('build-noderun-submissions/build-noderun-kim', buildFiles);
    await school.putAll('build-noderun-submissions/build-noderun-an-1/build-noderun', buildFiles);
    await school.putAll('W05-Noderun-submissions/w05-noderun-kim', ['answer.txt']);
    await school.putAll('course-submissions/course-kim/container-logs', ['solution.sh']);
    expect(school.lines(await school.take())).toEqual([
      'an-1 build-noderun build-noderun-submissions/build-noderun-an-1/build-noderun',
      'kim build-noderun build-noderun-submissions/build-noderun-kim',
      'kim container-logs course-submissions/course-kim/container-logs',
      'kim noderun W05-Noderun-submissions/w05-noderun-kim',
    ]);
    const one = await school.take({
      dir: school.at('build-noderun-submissions'),
      roster: [studentCalled('an'), studentCalled('KIM')],
    });
    expect(one.submissions.map(({ student: who }) => who)).toEqual(['KIM', 'an']);
    expect(
      await school.take({ chosen: ['noderun'], roster: [studentCalled('kim'), studentCalled('an')] }),
    ).toMatchObject({
      submissions: [{ student: 'kim' }],
      absent: [{ username: 'an' }],
      unknown: [],
      troubles: [],
    });
  });

  test('downloads, of which the newest counts', async () => {
    const older = 'docker-build-noderun_submissions_2026_09_01_T_10_00_00';
    const newer = 'docker-build-noderun_submissions_2026_10_01_T_09_00_00';
    await school.putAll(`${older}/docker-build-noderun-kim`, buildFiles);
    await school.putAll(`${newer}/docker-build-noderun-kim`, [...buildFiles, 'result.json']);
    for (const file of ['results.json', 'scores.csv']) await school.put(`${newer}/${file}`);
    const intake = await school.take();
    expect(school.lines(intake)).toEqual([`kim build-noderun ${newer}/docker-build-noderun-kim`]);
    expect(intake).toMatchObject({ unknown: [], troubles: [] });
  });

  test('a name that only ends like a student’s is nobody’s', async () => {
    await school.putAll('noderun-submissions/noderun-x-kim', ['answer.txt']);
    const intake = await school.take({ roster: [studentCalled('kim')] });
    expect(intake).toMatchObject({
      submissions: [],
      absent: [{ username: 'kim' }],
      unknown: [{ path: school.at('noderun-submissions/noderun-x-kim') }],
    });
  });
});

describe('archives', () => {
  test('in place of any folder', async () => {
    await school.put('kim.zip', zipOfNames('build-noderun/Dockerfile', 'container-logs/solution.sh'));
    await school.put(
      'an/container-logs.tar.gz',
      await tarOf([{ name: 'container-logs/solution.sh', bytes: 'x' }]),
    );
    await school.put('lee.tgz', await tarOf([{ name: 'lee-main/answer.txt', bytes: '답' }]));
    await school.put('noderun-submissions.zip', zipOfNames('noderun-submissions/noderun-oh/answer.txt'));
    const intake = await school.take();
    expect(school.lines(intake)).toEqual([
      'an container-logs +/container-logs',
      'kim build-noderun +/build-noderun',
      'kim container-logs +/container-logs',
      'lee noderun +/lee-main',
      'oh noderun +/noderun-submissions/noderun-oh',
    ]);
    expect(intake.submissions.map(({ source }) => source)).toContain(school.at('lee.tgz'));
    const [, , , lee] = intake.submissions;
    expect(await readFile(join(lee?.folder ?? '', 'answer.txt'), 'utf8')).toBe('답');
  });

  test('as Moodle names them, and the one of a whole class', async () => {
    const inner = zipOfNames('노드/answer.txt');
    await school.put(
      'all.zip',
      zipOf([
        { name: '김하늘_4711_assignsubmission_file_/과제.zip', bytes: inner, flags: 0x800 },
        { name: 'Min Lee_4712_assignsubmission_file_/answer.txt', bytes: 'x' },
      ]),
    );
    const roster = [
      studentCalled('kim-haneul', '김 하늘'),
      studentCalled('', 'Lee Min', '2026-2'),
      studentCalled('gone'),
    ];
    const intake = await school.take({ dir: school.at('all.zip'), roster });
    expect(school.lines(intake)).toEqual([
      '2026-2 noderun +/Min Lee_4712_assignsubmission_file_',
      'kim-haneul noderun +/노드',
    ]);
    expect(intake.absent).toEqual([studentCalled('gone')]);
    expect(intake.submissions[1]?.source).toBe(school.at('all.zip/김하늘_4711_assignsubmission_file_'));
    expect(
      (await school.take({ dir: school.at('all.zip') })).submissions.map(({ student: who }) => who),
    ).toEqual(['Min Lee_4712', '김하늘_4711']);
  });

  test('what Moodle keeps of a page beside a file is not another submission', async () => {
    await school.putAll('Kim_1_assignsubmission_file_', ['answer.txt']);
    await school.putAll('Kim_1_assignsubmission_onlinetext_', ['onlinetext.html']);
    await school.putAll('An_2_assignsubmission_onlinetext_', ['onlinetext.html']);
    const intake = await school.take({ chosen: ['noderun'] });
    expect(school.lines(intake)).toEqual([
      'An_2 noderun An_2_assignsubmission_onlinetext_',
      'Kim_1 noderun Kim_1_assignsubmission_file_',
    ]);
  });

  test('what was left out of one is said', async () => {
    await school.put(
      'kim.zip',
      zipOf([
        { name: 'answer.txt', bytes: 'x' },
        { name: 'l', bytes: '/etc', mode: 0o120777 },
      ]),
    );
    expect((await school.take()).submissions).toMatchObject([{ leftOut: [{ path: 'l', why: 'link' }] }]);
  });

  test('what was left out of the one of a whole class is said of whoever’s it was', async () => {
    const link = { bytes: '/etc', mode: 0o120777 };
    await school.put(
      'class.zip',
      zipOf([
        { name: 'class/kim/noderun/answer.txt', bytes: 'x' },
        { name: 'class/kim/noderun/l', ...link },
        { name: 'class/kimchi/noderun/answer.txt', bytes: 'x' },
      ]),
    );
    const { submissions } = await school.take({ dir: school.at('class.zip') });
    expect(submissions.map(({ student, leftOut }) => [student, leftOut])).toEqual([
      ['kim', [{ path: 'noderun/l', why: 'link' }]],
      ['kimchi', undefined],
    ]);
  });

  test('that of the class being broken is the operator’s', async () => {
    await school.put('class.zip', 'x');
    await expect(school.take({ dir: school.at('class.zip') })).rejects.toMatchObject({
      name: 'UsageError',
      code: 'SUBMISSIONS_ARCHIVE',
    });
  });
});
