import type { Text } from '#harness';

/** What an explanation has to name, in any of these words, Korean or English. */
interface Essential {
  name: Text;
  pattern: RegExp;
}

/** The questions of `explain` in `answers.yaml`. */
export type Question = 'why-137' | 'why-not-143';

export const essentials: Readonly<Record<Question, readonly Essential[]>> = {
  'why-137': [
    {
      name: { ko: '어떤 시그널인지', en: 'which signal it is' },
      pattern: /sig\s*-?kill|시그킬|signal\s*(number\s*)?9|kill\s+-9|128\s*\+\s*9|(시그널|신호)\s*9|9번/i,
    },
    {
      name: { ko: '`docker kill`', en: '`docker kill`' },
      pattern: /docker[^.\n]{0,40}(?<!oom[\s-]?)\bkill\b|kill\s*(명령|command)|도커\s*킬|킬\s*명령/i,
    },
    {
      name: { ko: '`docker stop` 의 유예 시간', en: 'the grace period of `docker stop`' },
      pattern:
        /docker[^.\n]{0,40}\bstop\b|grace|유예|10\s*(초|s\b|sec)|time\s*-?\s*out|타임\s*아웃|stop\s*(명령|command)/i,
    },
    {
      name: { ko: '메모리 부족', en: 'memory running out' },
      pattern: /\boom|메모리|memory/i,
    },
  ],
  'why-not-143': [
    {
      name: { ko: '어떤 시그널이 오는지', en: 'which signal arrives' },
      pattern: /sig\s*-?term|시그텀|signal\s*(number\s*)?15|128\s*\+\s*15|(시그널|신호)\s*15|15번/i,
    },
    {
      name: { ko: '컨테이너의 첫 프로세스', en: 'the container’s first process' },
      pattern:
        /pid.{0,8}?(?<!\d)1(?!\d)|pid[\s-]*one|1번\s*(프로세스|pid)|프로세스\s*1번|process\s*(1|one)\b|(first|main|root)\s+process|(첫|최초|메인|주|루트)\s*(번째\s*)?프로세스|\binit\b|tini/i,
    },
    {
      name: {
        ko: '시그널을 무시하거나 직접 다루는 프로그램',
        en: 'a program that ignores or handles the signal',
      },
      pattern: /ignor|handle|handling|trap|catch|무시|핸들|intercept|처리|다루|다룰|잡아|가로채/i,
    },
    {
      name: { ko: '그때 나오는 코드', en: 'the code that comes instead' },
      pattern: /\b137\b|137|sig\s*-?kill|\b0\b|exit\s*0|코드\s*0/i,
    },
  ],
};
