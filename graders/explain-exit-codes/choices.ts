/** Answers that are picked from a list, or worked out: each check takes some of them together. */
import { check, ensure, type Message, type Text } from '#harness';
import { type Answered, answered } from './answers.ts';
import { say } from './messages.ts';
import { outcomeOf, type Rule } from './rule.ts';

/** The right answers of one part, by key; several where more than one is right. */
type Key = Readonly<Record<string, readonly string[]>>;

const ownCauses: Key = {
  'exit-0': ['finished'],
  'exit-1': ['application-error'],
  'exit-125': ['docker-refused'],
  'exit-126': ['not-executable'],
  'exit-127': ['not-found'],
};
const signalCauses: Key = {
  'exit-134': ['aborted'],
  'exit-137-kill': ['killed-at-once'],
  'exit-137-stop': ['grace-period-over'],
  'exit-137-oom': ['out-of-memory'],
  'exit-139': ['bad-memory-access'],
  'exit-143': ['asked-to-end'],
};
const senders: Key = {
  'exit-134': ['program'],
  'exit-137-kill': ['docker-kill'],
  'exit-137-stop': ['docker-stop'],
  'exit-137-oom': ['kernel'],
  // The kernel does, on a bad access; in the experiment a program may have sent it to itself.
  'exit-139': ['kernel', 'program'],
  // `docker kill -s TERM` is another way to the same code.
  'exit-143': ['docker-stop', 'docker-kill'],
};
const places: Key = {
  'exit-1': ['docker-logs'],
  'exit-127': ['State.Error'],
  'exit-137-kill': ['docker-events'],
  'exit-137-stop': ['docker-events'],
  // There is an `oom` event, too.
  'exit-137-oom': ['State.OOMKilled', 'docker-events'],
};
const signals = {
  'exit-134': { signal: 'SIGABRT', code: 134 },
  'exit-137': { signal: 'SIGKILL', code: 137 },
  'exit-139': { signal: 'SIGSEGV', code: 139 },
  'exit-143': { signal: 'SIGTERM', code: 143 },
} as const;

/** Entries that are wrong, each with its line and what stands there, as a message can list them. */
function wrongOnes<T>(
  { lineOf }: Answered,
  keys: readonly string[],
  at: (key: string) => readonly [path: readonly string[], found: T | null | undefined, right: boolean],
): { count: number; list: Text } {
  const wrong = keys.map(at).filter(([, , right]) => !right);
  const entries = wrong.map(([path, found]) => {
    const written =
      found === null || found === undefined ? '-' : String(found).slice(0, 40).replaceAll('`', "'");
    return { line: lineOf(path), name: path.join('.'), written };
  });
  return {
    count: wrong.length,
    list: {
      ko: entries.map(({ line, name, written }) => `${line}번째 줄 \`${name}\`(\`${written}\`)`).join(', '),
      en: entries.map(({ line, name, written }) => `line ${line} \`${name}\` (\`${written}\`)`).join(', '),
    },
  };
}

/** A check of one part whose entries are picked from a list. */
function picked(
  part: 'causes' | 'senders' | 'look',
  key: Key,
  declared: { id: string; points: number; title: Text },
  message: (values: { wrong: Text }) => Message,
) {
  return check({
    ...declared,
    needs: { answered },
    run({ needs: { answered } }) {
      const given = answered.value[part] ?? {};
      const { count, list } = wrongOnes(answered, Object.keys(key), (name) => [
        [part, name],
        given[name],
        key[name]?.includes(given[name] ?? '') ?? false,
      ]);
      ensure(count === 0, message({ wrong: list }));
    },
  });
}

export const plainCauses = picked(
  'causes',
  ownCauses,
  {
    id: 'causes-without-signal',
    points: 3,
    title: { ko: '0, 1, 125, 126, 127의 원인', en: 'The causes of 0, 1, 125, 126 and 127' },
  },
  say.otherCauses,
);

export const fatalCauses = picked(
  'causes',
  signalCauses,
  {
    id: 'causes-with-signal',
    points: 3,
    title: { ko: '134, 137, 139, 143의 원인', en: 'The causes of 134, 137, 139 and 143' },
  },
  say.otherSignalCauses,
);

export const sentBy = picked(
  'senders',
  senders,
  { id: 'senders', points: 4, title: { ko: '시그널을 누가 보냈는가', en: 'Who sent the signals' } },
  say.otherSenders,
);

export const whereToLook = picked(
  'look',
  places,
  {
    id: 'where-to-look',
    points: 4,
    title: { ko: '원인을 어디서 찾는가', en: 'Where to look for the cause' },
  },
  say.otherPlaces,
);

export const signalNames = check({
  id: 'signal-names',
  points: 3,
  needs: { answered },
  title: { ko: '코드마다 어떤 시그널인가', en: 'Which signal each code stands for' },
  run({ needs: { answered } }) {
    const given = answered.value.signals ?? {};
    const { count, list } = wrongOnes(answered, Object.keys(signals), (name) => [
      ['signals', name, 'signal'],
      given[name]?.signal,
      given[name]?.signal === signals[name as keyof typeof signals].signal,
    ]);
    ensure(count === 0, say.otherSignals({ wrong: list }));
  },
});

/** Only the sum shows where a code comes from; the code itself is in the entry's name. */
function isSum(rule: Rule | null | undefined, code: number): boolean {
  return /\b128\s*\+|\+\s*128\b/.test(String(rule)) && outcomeOf(String(rule)) === code;
}

export const signalRules = check({
  id: 'signal-rules',
  points: 3,
  needs: { answered },
  title: { ko: '코드가 시그널 번호에서 나오는 식', en: 'How the code comes from the signal’s number' },
  run({ needs: { answered } }) {
    const given = answered.value.signals ?? {};
    const { count, list } = wrongOnes(answered, Object.keys(signals), (name) => [
      ['signals', name, 'rule'],
      given[name]?.rule,
      isSum(given[name]?.rule, signals[name as keyof typeof signals].code),
    ]);
    ensure(count === 0, say.otherRules({ wrong: list }));
  },
});
