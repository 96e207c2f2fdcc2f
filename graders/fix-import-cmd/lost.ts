/** The student's note on what export and import lost, against the images themselves. */
import { check, ensure, firstProcess, importOf, programName, readAnswers, reject } from '#harness';
import { running3 } from './container.ts';
import { original } from './exercise.ts';
import { flat4 } from './imported-image.ts';
import { partNames, partsOf } from './lost-parts.ts';
import { say } from './messages.ts';

/** What `lost.schema.json` makes sure of. */
interface Note {
  lost: string[];
  kept: string[];
  pid1: { 'node-run': string; 'node-run3': string };
}

export const written = check({
  ...{ id: 'lost-written', points: 2 },
  title: { ko: '`lost.yaml` 을 스키마에 맞게 썼다', en: '`lost.yaml` is written as its schema says' },
  async run(context) {
    const note = await readAnswers<Note>(context, 'lost.yaml', 'lost.schema.json');
    return 'problem' in note ? reject(say.noteUnread({ problem: note.problem })) : note.value;
  },
});

export const toldApart = check({
  ...{ id: 'lost-parts', points: 5, needs: { written, flat4 } },
  title: {
    ko: '`lost.yaml` 에 사라진 것과 남은 것을 바르게 나누었다',
    en: '`lost.yaml` tells what was lost from what was kept',
  },
  async run({ docker, evidence, given, needs: { written, flat4 }, timeline }) {
    const { lost, kept } = written;
    const both = lost.filter((name) => kept.includes(name));
    ensure(both.length === 0, say.partsInBoth({ parts: both.join(', ') }));
    const missing = partNames.filter((name) => !lost.includes(name) && !kept.includes(name));
    ensure(missing.length === 0, say.partsMissing({ parts: missing.join(', ') }));
    const parts = await partsOf(docker, given[original] ?? flat4, flat4, importOf(flat4, timeline));
    evidence.note('lost.yaml', parts);
    const wrong = parts.filter((part) => lost.includes(part.name) !== part.lost);
    const [first] = wrong;
    if (!first) return;
    const { name, before, after } = first;
    reject(say.partsWrong({ parts: wrong.map(({ name }) => name).join(', '), name, before, after }));
  },
});

export const pid1 = check({
  ...{ id: 'lost-pid1', points: 3, needs: { written, running3 } },
  title: { ko: '`lost.yaml` 에 PID 1을 바르게 적었다', en: '`lost.yaml` names the programs that are PID 1' },
  async run({ docker, given, needs: { written, running3 } }) {
    const { entrypoint = [], cmd = [] } = given[original]?.config ?? {};
    const programs = {
      'node-run': programName([...entrypoint, ...cmd][0] ?? ''),
      'node-run3': await firstProcess(docker, running3),
    };
    for (const name of ['node-run', 'node-run3'] as const) {
      const found = written.pid1[name];
      const program = programs[name];
      ensure(programName(found) === program, say.otherPid1({ name, found, program }));
    }
  },
});
