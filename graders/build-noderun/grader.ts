import { defineGrader } from '#harness';
import { cached, healthy, lean, read, small } from './advice.ts';
import {
  answers,
  containerName,
  follows,
  hostname,
  logs,
  made,
  published,
  running,
  stops,
} from './container.ts';
import { app, based, built, command, exposes, imageName, tini, workdir } from './image.ts';

export { say } from './messages.ts';

const image = [built, imageName, based, workdir, exposes, tini, command, app];
const container = [made, containerName, running, hostname, published, answers, logs, follows, stops];

const advice = [read, cached, lean, small, healthy];

export default defineGrader({ assignment: 'build-noderun', checks: [...image, ...container, ...advice] });
