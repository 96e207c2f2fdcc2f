/** The start command that an image has to bring with it. */
import {
  type Check,
  check,
  createLine,
  ensure,
  type Image,
  nodeScriptOf,
  originOf,
  reject,
  startCommandOf,
} from '#harness';
import { built5 } from './built-image.ts';
import { app, changed, rebuilt } from './exercise.ts';
import { flat3 } from './imported-image.ts';
import { say } from './messages.ts';

function startsApp(id: string, points: number, { ref, command }: typeof changed, found: Check<Image>) {
  return check({
    ...{ id, points, needs: { found } },
    title: { ko: `\`${ref}\` 이미지가 \`node ${app}\` 를 시작한다`, en: `\`${ref}\` starts \`node ${app}\`` },
    async run({ docker, given, needs: { found }, timeline }) {
      const { line } = originOf(found, timeline, given);
      const start = startCommandOf(found.config);
      const typed = start.all.join(' ');
      if (typed === '') {
        const using = (await docker.containers()).find(
          ({ imageId, cmd, entrypoint }) => imageId === found.id && [...entrypoint, ...cmd].length > 0,
        );
        if (using) reject(say.runLineOnly({ ref, name: using.name, command }), createLine(timeline, using));
        return reject(say.noCommand({ ref, command }), line);
      }
      ensure(!start.program[0]?.startsWith('['), say.quotesLost({ ref, found: typed, command }), line);
      const file = nodeScriptOf(start, found.config.workingDir);
      if (file === app) return;
      const relative = file !== undefined && !start.program.includes(file);
      reject((relative ? say.relativePath : say.otherCommand)({ ref, found: typed, command }), line);
    },
  });
}

export const command3 = startsApp('command-3', 7, changed, flat3);
export const command5 = startsApp('command-5', 3, rebuilt, built5);
