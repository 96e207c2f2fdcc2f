import { symlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeIn } from './take-in.ts';
import { ClassOfStudents, studentCalled } from './testing/class-of-students.ts';
import { committedAt, SourceRepository } from './testing/source-repository.ts';

let school: ClassOfStudents;
beforeEach(async () => {
  school = await ClassOfStudents.make();
});
afterEach(() => school[Symbol.asyncDispose]());

const takeListed = async (csv: string, roster?: string[]) => {
  await school.put('urls.csv', csv);
  return school.takeList(
    'urls.csv',
    roster?.map((name) => studentCalled(name)),
  );
};

describe('a list of repositories', () => {
  test('cloned at their commits, mapped, and put where their assignments are', async () => {
    const kim = await SourceRepository.make(school.at('r/noderun-kim'), { 'answer.txt': '1' });
    const first = await kim.git('rev-parse', 'HEAD');
    await kim.commit({ 'answer.txt': '2' });
    await SourceRepository.make(school.at('r/course'), {
      'noderun/answer.txt': 'x',
      'container-logs/solution.sh': '',
    });
    await SourceRepository.make(school.at('r/strange'), { 'essay.txt': 'x' });
    const intake = await takeListed(
      [
        'url;commit;student;assignment',
        `./r/noderun-kim;${first};;`,
        './r/course;;an;',
        './r/strange;main;lee;',
        './r/gone;;oh;noderun',
        '/etc/x y;;woo;',
        './r/course;;stranger;',
        ';;nobody;',
      ].join('\r\n'),
      ['kim', 'an', 'lee', 'oh', 'woo', 'absent', 'nobody'],
    );
    expect(school.lines(intake)).toEqual([
      'an container-logs +/container-logs',
      'an noderun +/noderun',
      'kim noderun +',
    ]);
    expect(intake.submissions.map(({ submittedAt }) => submittedAt)).toEqual([
      committedAt,
      committedAt,
      committedAt,
    ]);
    expect(intake.submissions.at(-1)?.source).toBe(`${school.at('r/noderun-kim')} (${first})`);
    expect(intake.troubles.map(({ student, reason }) => [student, reason.code, reason.fault])).toEqual([
      ['oh', 'GIT_UNREACHABLE', 'operator'],
      ['lee', 'NO_ASSIGNMENT', 'student'],
      ['woo', 'GIT_ADDRESS', 'operator'],
    ]);
    expect(intake.unknown).toEqual([{ path: expect.stringContaining('stranger') }]);
    expect(intake.absent.map(({ username }) => username)).toEqual(['absent', 'nobody']);
  });

  test('GitHub Classroom’s own table of grades will do', async () => {
    await SourceRepository.make(school.at('r/x'), { 'answer.txt': '1' });
    const header = 'assignment_name,assignment_url,github_username,student_repository_url';
    expect(school.lines(await takeListed(`${header}\nNoderun,https://x.org,kim,./r/x\n`))).toEqual([
      'kim noderun +',
    ]);
  });

  test.each([
    ['name\nx\n', 'no column'],
    ['url,assignment\n./a,nodrun\n', 'nodrun'],
  ])('%j is the operator’s to mend', async (csv, said) => {
    await expect(takeListed(csv)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(said),
    });
  });
});

test('a repository of this machine is refused unless the operator allows it', async () => {
  await SourceRepository.make(school.at('r/x'), { 'answer.txt': 'the teacher’s own' });
  await school.put('urls.csv', `url,student\n${school.at('r/x')},kim\nfile://${school.at('r/x')},an\n`);
  const intake = await school.take({ gitUrls: school.at('urls.csv') });
  expect(intake.submissions.map(({ student }) => student)).not.toContain('kim');
  expect(
    intake.troubles.filter(({ reason }) => reason.code === 'GIT_LOCAL').map(({ student }) => student),
  ).toEqual(['kim', 'an']);
});

test('an address that cannot be used stands for its row alone: no other assignment, and no student of that name', async () => {
  await school.put('urls.csv', 'url,student,assignment\next::sh,kim,noderun\next::sh,,container-logs\n');
  const { troubles } = await takeIn({
    assignments: [
      { slug: 'noderun', files: ['answer.txt'] },
      { slug: 'container-logs', files: ['solution.sh'] },
    ],
    ...{ chosen: [], temporary: school.temporary, signal: new AbortController().signal },
    gitUrls: school.at('urls.csv'),
  });
  expect(troubles.map(({ student, assignment }) => [student, assignment])).toEqual([
    ['kim', 'noderun'],
    [undefined, 'container-logs'],
  ]);
  const chosen = await school.take({ gitUrls: school.at('urls.csv'), chosen: ['noderun'] });
  expect(chosen.troubles.map(({ student }) => student)).toEqual(['kim']);
});

test('a disk that is at fault ends it, whoever is being fetched', async () => {
  await SourceRepository.make(school.at('r/x'), { 'answer.txt': '1' });
  await school.put('file');
  await school.put('urls.csv', `url,student\n${'./r/x,kim\n./r/x,an\n'.repeat(5)}`);
  const taking = takeIn({
    assignments: [{ slug: 'noderun', files: ['answer.txt'] }],
    ...{ chosen: [], temporary: school.at('file/below'), signal: new AbortController().signal },
    ...{ gitUrls: school.at('urls.csv'), localRepositories: true },
  });
  await expect(taking).rejects.toMatchObject({ name: 'SandboxError', code: 'INTAKE_DISK' });
});

describe('when a clone was committed', () => {
  test('is read from its objects, packed or not, in the submission’s folder or around it', async () => {
    const kim = await SourceRepository.make(school.at('kim'), { 'noderun/answer.txt': '1' });
    const an = await SourceRepository.make(school.at('an'), { 'answer.txt': '1' });
    await an.git('gc', '-q');
    await an.git('pack-refs', '--all');
    await kim.git('checkout', '-q', '--detach');
    await school.put('lee/answer.txt');
    const { submissions } = await school.take();
    expect(submissions.map(({ student, submittedAt }) => [student, submittedAt])).toEqual([
      ['an', committedAt],
      ['kim', committedAt],
      ['lee', null],
    ]);
  });

  test('is not known where `.git` leads elsewhere, and its settings run nothing', async () => {
    const mark = school.at('ran');
    const kim = await SourceRepository.make(school.at('kim'), { 'answer.txt': '1' });
    for (const key of ['core.fsmonitor', 'core.pager', 'core.sshCommand'])
      await kim.git('config', key, `touch ${mark}`);
    await school.put('kim/.git/objects/info/alternates', '/somewhere/else\n');
    await school.put('an/answer.txt');
    await symlink(school.at('kim/.git'), school.at('an/.git'));
    await school.put('lee/answer.txt');
    await school.put('lee/.git', `gitdir: ${school.at('kim/.git')}\n`);
    const { submissions, unknown } = await school.take();
    expect(submissions.map(({ submittedAt }) => submittedAt)).toEqual([null, null, null]);
    expect(unknown).toEqual([]);
  });
});
