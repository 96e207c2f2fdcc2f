import { mkdir, symlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../errors.ts';
import { buildFiles, ClassOfStudents } from './testing/class-of-students.ts';

let school: ClassOfStudents;
beforeEach(async () => {
  school = await ClassOfStudents.make();
});
afterEach(() => school[Symbol.asyncDispose]());

describe('a folder per student', () => {
  test('with a folder per assignment in each, and what teachers leave beside', async () => {
    await school.putAll('kim/container-logs', ['solution.sh']);
    await school.putAll('kim/build-noderun', buildFiles);
    await school.putAll('an/build-noderun', buildFiles);
    await school.putAll('.drydock', ['x']);
    await school.put('roster.csv');
    const intake = await school.take();
    expect(school.lines(intake)).toEqual([
      'an build-noderun an/build-noderun',
      'kim build-noderun kim/build-noderun',
      'kim container-logs kim/container-logs',
    ]);
    expect(intake).toMatchObject({ absent: [], unknown: [], troubles: [] });
    expect(school.lines(await school.take({ chosen: ['container-logs'] }))).toEqual([
      'kim container-logs kim/container-logs',
    ]);
  });

  test('beside which results may lie that are no student’s', async () => {
    await school.putAll('kim/build-noderun', buildFiles);
    await school.put('out/results/kim/build-noderun.json');
    const intake = await school.take({ results: school.at('out') });
    expect(school.lines(intake)).toEqual(['kim build-noderun kim/build-noderun']);
    expect(intake).toMatchObject({ unknown: [], troubles: [] });
  });

  test('each of which is a submission: of the assignment chosen, or of the one whose files they are', async () => {
    await school.putAll('kim', ['solution.sh', 'Dockerfile']);
    await school.putAll('an', ['solution.sh']);
    const intake = await school.take();
    expect(school.lines(intake)).toEqual(['kim build-noderun kim']);
    expect(intake.troubles).toMatchObject([
      { student: 'an', source: school.at('an'), reason: { code: 'WHICH_ASSIGNMENT' } },
    ]);
    expect(school.lines(await school.take({ chosen: ['container-logs'] }))).toEqual([
      'an container-logs an',
      'kim container-logs kim',
    ]);
  });

  test('one folder deeper, as people pack', async () => {
    await school.putAll('kim/homework/build-noderun', buildFiles);
    await school.putAll('an/week5', ['answer.txt']);
    await school.putAll('lee/src', ['thing.c']);
    expect(school.lines(await school.take({ chosen: ['build-noderun', 'noderun'] }))).toEqual([
      'an noderun an/week5',
      'kim build-noderun kim/homework/build-noderun',
    ]);
    expect(school.lines(await school.take({ chosen: ['noderun'] }))).toContain('lee noderun lee/src');
  });

  test('trouble is one student’s alone', async () => {
    await mkdir(school.at('empty'));
    await school.putAll('near', ['x']);
    await school.putAll('near/Build_NodeRun', ['notes']);
    await school.putAll('near/b', ['x']);
    await school.putAll('odd', ['essay.txt']);
    await school.putAll('fine/build-noderun', buildFiles);
    await symlink(school.at('fine'), school.at('linked'));
    await school.putAll('inner/container-logs', ['solution.sh']);
    await symlink(school.at('fine/build-noderun'), school.at('inner/build-noderun'));
    await school.put('packed.zip', 'no zip');
    await school.put('raw.7z', Buffer.from('377abcaf271c', 'hex'));
    const intake = await school.take();
    expect(school.lines(intake)).toEqual([
      'fine build-noderun fine/build-noderun',
      'inner container-logs inner/container-logs',
    ]);
    expect(
      intake.troubles.map(({ student: who, assignment, reason }) => [who, assignment, reason.code]),
    ).toEqual([
      ['empty', undefined, 'EMPTY'],
      ['inner', 'build-noderun', 'LINK'],
      ['linked', undefined, 'LINK'],
      ['near', undefined, 'NEAR_ASSIGNMENT'],
      ['odd', undefined, 'NO_ASSIGNMENT'],
      ['packed', undefined, 'ARCHIVE_BROKEN'],
      ['raw', undefined, 'ARCHIVE_KIND'],
    ]);
  });

  test('a folder for one assignment with the students’ in it', async () => {
    await school.putAll('noderun/kim', ['answer.txt']);
    await school.putAll('container-logs/kim', ['solution.sh']);
    await school.put('container-logs/stray.sh');
    const intake = await school.take();
    expect(school.lines(intake)).toEqual([
      'kim container-logs container-logs/kim',
      'kim noderun noderun/kim',
    ]);
    expect(intake.unknown).toEqual([{ path: school.at('container-logs/stray.sh') }]);
  });

  test('one student’s own folder', async () => {
    await school.putAll('kim/noderun', ['answer.txt']);
    expect(school.lines(await school.take({ dir: school.at('kim') }))).toEqual(['kim noderun kim/noderun']);
    await school.putAll('an', buildFiles);
    expect(school.lines(await school.take({ dir: school.at('an') }))).toEqual(['an build-noderun an']);
  });

  test('a solution that lies among the students’ folders is nobody’s', async () => {
    await school.putAll('kim/noderun', ['answer.txt']);
    await school.putAll('noderun', ['answer.txt']);
    const intake = await school.take();
    expect(school.lines(intake)).toEqual(['kim noderun kim/noderun']);
    expect(intake.unknown).toEqual([{ path: school.at('noderun/answer.txt') }]);
  });
});

describe('what the operator has to mend', () => {
  test('two submissions of one student for one assignment: both are named', async () => {
    await school.putAll('kim/noderun', ['answer.txt']);
    await school.putAll('Kim/noderun', ['answer.txt']);
    const thrown = await school.take().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(UsageError);
    expect(thrown).toMatchObject({ code: 'SUBMISSION_TWICE', message: expect.stringMatching(/Kim`.*kim`/) });
    await school.put('map.csv', '\ufefffolder;username\nKim/;kim-two\n');
    expect(school.lines(await school.take({ map: school.at('map.csv') }))).toHaveLength(2);
  });

  test('a folder that is not there, and an assignment that nobody knows', async () => {
    await expect(school.take({ dir: school.at('gone') })).rejects.toMatchObject({
      code: 'SUBMISSIONS_UNREADABLE',
    });
    await expect(school.take({ chosen: ['x'] })).rejects.toMatchObject({ code: 'SUBMISSIONS_ASSIGNMENT' });
  });

  test.each([
    ['folder,username\na,b\na,c\n', 'two students'],
    ['a\nb\n', 'missing'],
    ['folder,username\n"a\n', 'no CSV'],
  ])('the map %j', async (csv, said) => {
    await school.put('map.csv', csv);
    await expect(school.take({ map: school.at('map.csv') })).rejects.toMatchObject({
      code: 'SUBMISSIONS_CSV',
      message: expect.stringContaining(said),
    });
  });

  test('an interruption', async () => {
    await school.putAll('kim/noderun', ['answer.txt']);
    await expect(
      school.take({
        signal: AbortSignal.abort(
          new UsageError({ code: 'X', message: { ko: '', en: 'stop' }, hint: { ko: '', en: '' } }),
        ),
      }),
    ).rejects.toThrow('stop');
  });
});
