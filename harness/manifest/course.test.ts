import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPolicies, policyFor } from './course.ts';
import courseSchema from './schema/course-v1.schema.json' with { type: 'json' };
import { rejection, scratchFolder } from './testing/manifest.ts';

const sound = `{
  "schema": "drydock/course/v1",
  "due": "2026-05-08T23:59:00+09:00",
  "late": { "percentPerDay": { "percent": 10 } },
  "attempts": "best",
  "assignments": {
    "build-noderun": { "due": "2026-05-15T23:59+09:00" },
    "rotate-logs": { "late": { "cutOff": { "afterMinutes": 60 } }, "attempts": "last" },
    "fix-import-cmd": { "late": { "none": true } }
  }
}
`;
const known = ['build-noderun', 'rotate-logs', 'fix-import-cmd', 'commit-noderun'];

test('a course file says what holds for all, and what for one', async () => {
  await using folder = await scratchFolder({ 'course.json': sound });
  const policies = await loadPolicies(join(folder.path, 'course.json'), known);
  const late = { kind: 'percentPerDay', percent: 10, graceMinutes: 0, atMost: 100 };
  const all = { due: '2026-05-08T23:59:00+09:00', late, attempts: 'best' };
  expect(policyFor(policies, 'commit-noderun')).toEqual(all);
  expect(policyFor(policies, 'constructor')).toEqual(all);
  expect(policyFor(policies, 'build-noderun')).toEqual({ ...all, due: '2026-05-15T23:59+09:00' });
  const cutOff = { kind: 'cutOff', afterMinutes: 60 };
  expect(policyFor(policies, 'rotate-logs')).toEqual({ ...all, late: cutOff, attempts: 'last' });
  expect(policyFor(policies, 'fix-import-cmd').late).toEqual({ kind: 'none' });
});

test('a course file that says nothing changes nothing', async () => {
  await using folder = await scratchFolder({ 'course.json': '{ "schema": "drydock/course/v1" }' });
  const policies = await loadPolicies(join(folder.path, 'course.json'));
  expect(policyFor(policies, 'x')).toEqual({ due: null, late: { kind: 'none' }, attempts: 'last' });
});

test('the defaults are those that the schema promises', () => {
  const { late, attempts } = courseSchema.$defs;
  const { graceMinutes, atMost } = late.properties.percentPerDay.properties;
  expect([graceMinutes.default, atMost.default, attempts.default]).toEqual([0, 100, 'last']);
});

test.each<[string, string, string]>([
  ['course/v1', 'course/v2', '2:13: `schema` must be "drydock/course/v1", found "drydock/course/v2"'],
  [
    '"due": "2026-05-08',
    '"due": "2026-02-30',
    '3:10: `due` is "2026-02-30T23:59:00+09:00", a date or time that does not exist',
  ],
  ['T23:59:00+09:00', 'T23:59:00', '3:10: `due` must be written like "2026-05-08T23:59:00+09:00"'],
  [
    '2026-05-15T23:59',
    '2026-05-15T25:59',
    '7:31: `assignments.build-noderun.due` is "2026-05-15T25:59+09:00"',
  ],
  ['"percent": 10', '"percent": 110', '4:43: `late.percentPerDay.percent` must be 100 or less, found 110'],
  [
    '"percent": 10',
    '"percents": 10',
    '4:32: `late.percentPerDay.percents` is not a known key; did you mean `percent`?',
  ],
  ['"none": true', '', '9:33: `assignments.fix-import-cmd.late` must be filled in'],
  ['"best"', '"worst"', '5:15: `attempts` must be one of "best", "last", found "worst"'],
  [
    'rotate-logs',
    'rotate-log',
    '8:5: `assignments.rotate-log` is no assignment of this course; did you mean `rotate-logs`?',
  ],
  ['"attempts": "best",', '"attempts": "best"', '6:3: expected `,` after the value before this'],
])('%s -> %s is a mistake that is reported where it is', async (from, to, expected) => {
  await using folder = await scratchFolder({ 'course.json': sound.replace(from, to) });
  const error = await rejection(loadPolicies(join(folder.path, 'course.json'), known));
  expect(error).toMatchObject({ name: 'UsageError', code: 'COURSE_FILE' });
  expect(String(error).replaceAll(`${folder.path}/course.json:`, '')).toContain(expected);
});

test('two late policies at once, and a file that is not there, are refused', async () => {
  const both = '{ "schema": "drydock/course/v1", "late": { "none": true, "cutOff": { "afterMinutes": 1 } } }';
  await using folder = await scratchFolder({ 'course.json': both });
  await expect(loadPolicies(join(folder.path, 'course.json'))).rejects.toMatchObject({ code: 'COURSE_FILE' });
  await expect(loadPolicies(join(folder.path, 'nowhere.json'))).rejects.toMatchObject({
    code: 'COURSE_FILE_UNREADABLE',
  });
});
