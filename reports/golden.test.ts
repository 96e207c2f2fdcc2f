import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import * as reports from './index.ts';
import { adjustedClass } from './testing/adjusted-class.ts';
import { nastyResults } from './testing/nasty-results.ts';

const options = { locale: 'ko' } as const;
const scored = nastyResults().filter(({ score }) => score !== null);
const submission: reports.Classroom50Submission = {
  ...{ classroom: 'docker', assignment: 'lab', assignmentType: 'individual', owner: 'octocat' },
  ...{ submission: 'submit/1', commit: 'https://example.com/1', release: 'https://example.com/2' },
  review: 'https://example.com/3',
};
const roster = ['choi', 'park', 'nobody'].map((username) => ({
  ...{ username, identifier: '', name: '=1+1', email: '@x', section: '-A' },
}));
const adjusted = adjustedClass();
const english = { locale: 'en' } as const;
const book = reports.gradebookOf(nastyResults(), roster);
const everybody = reports.gradebookOf(nastyResults());

/** A page with what is packed in it, and without its own style and script. */
const unpacked = (page: string) =>
  page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/data-gzip="([^"]+)"/g, (_, packed: string) =>
      gunzipSync(Buffer.from(packed, 'base64')).toString(),
    );

/** A megabyte of one letter as its length: that it is there can be read, and the file can be as well. */
const shortened = (text: string) => text.replace(/x{100,}/g, (run) => `<${run.length} × x>`);

/** What has no golden file of its own beside its writer; each holds every status, and text that breaks careless writers. */
test.each([
  ['nasty.annotations', reports.annotations(nastyResults(), options)],
  ['nasty.outputs', reports.stepOutputs(nastyResults(), options).replace(/^result=.*\n/, '')],
  ['nasty.classroom', Buffer.from(reports.classroom(nastyResults(), options), 'base64').toString()],
  ['nasty.classroom50', reports.classroom50(scored, submission, options).result ?? ''],
  ['nasty.gradescope', reports.gradescope(scored, options) ?? ''],
  ['nasty.json', reports.json(nastyResults())],
  ['nasty.html', unpacked(reports.html(nastyResults(), options)).replaceAll('><', '>\n<')],
  ['nasty.transcript', reports.markdown(nastyResults(), { ...english, transcript: true })],
  ['nasty.strict', reports.junit(nastyResults(), { ...options, profile: 'strict' })],
  ['nasty.grades', reports.gradesCsv(everybody, options)],
  ['nasty.canvas', reports.canvasCsv(everybody, options)],
  ['nasty.moodle', reports.moodleCsv(everybody, options)],
  ['class.grades', reports.gradesCsv(book, options)],
  ['class.canvas', reports.canvasCsv(book, options)],
  ['class.moodle', reports.moodleCsv(book, options)],
  ['adjusted.terminal', reports.terminal(adjusted, { ...options, columns: 80, colour: false })],
  ['adjusted.summary', reports.terminalSummary(adjusted, { ...options, columns: 100, colour: false })],
  ['adjusted.markdown', reports.markdown(adjusted, english)],
  ['adjusted.junit', reports.junit(adjusted, english)],
  ['adjusted.classroom50', reports.classroom50(adjusted, submission, options).result ?? ''],
  ['adjusted.grades', reports.gradesCsv(reports.gradebookOf(adjusted), options)],
])('%s looks as it was last looked at', async (name, written) => {
  // A file in Git has one kind of line ends; that CSV has the other is tested beside it.
  const text = shortened(written.replaceAll('\r\n', '\n'));
  await expect(text).toMatchFileSnapshot(`testing/golden/${name}.golden`);
});

test('the megabyte of output is really there, and stays in the JSON alone', () => {
  expect(reports.json(nastyResults()).match(/x{1048576}/g)).toHaveLength(2);
  const written = [
    reports.junit(nastyResults(), options),
    reports.ctrf(nastyResults(), options),
    reports.markdown(nastyResults(), { ...options, transcript: true }),
    reports.html(nastyResults(), options),
    reports.terminal(nastyResults(), { ...options, columns: 80, colour: true }),
  ];
  for (const text of written) expect(text.length).toBeLessThan(100_000);
});
