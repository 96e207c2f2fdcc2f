import { defineGrader } from '#harness';
import { answers, follows, hostname, logs, published, running, stops } from './container.ts';
import { app, based, built, command, exposes, tini, workdir } from './image.ts';

export { say } from './messages.ts';

const image = [built, based, workdir, exposes, tini, command, app];
const container = [running, hostname, published, answers, logs, follows, stops];

export default defineGrader({ assignment: 'build-noderun', checks: [...image, ...container] });
