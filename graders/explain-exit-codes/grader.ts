import { defineGrader } from '#harness';
import { answered } from './answers.ts';
import { fatalCauses, plainCauses, sentBy, signalNames, signalRules, whereToLook } from './choices.ts';
import { aborted, segfaulted } from './crashes.ts';
import { whyKilled, whyNotAsked } from './explanations.ts';
import { asked, killed, overstayed, starved } from './from-outside.ts';
import { failed, finished, named, notExecutable, notFound, refused } from './own-codes.ts';
import { predictions } from './predictions.ts';

export { say } from './messages.ts';

const own = [finished, failed, refused, notExecutable, notFound];
const signalled = [aborted, killed, overstayed, starved, segfaulted, asked, named];
const answers = [answered, plainCauses, fatalCauses, signalNames, signalRules, sentBy, whereToLook];
const free = [whyKilled, whyNotAsked];

export default defineGrader({
  assignment: 'explain-exit-codes',
  checks: [...own, ...signalled, ...answers, ...free, ...predictions],
});
