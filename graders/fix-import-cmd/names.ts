/** The exact names, which cost a little and nothing else. */
import { check, createLine, ensure, type Image, originOf } from '#harness';
import { built5 } from './built-image.ts';
import { made3, made5 } from './container.ts';
import { bare, changed, rebuilt } from './exercise.ts';
import { flat3, flat4 } from './imported-image.ts';
import { say } from './messages.ts';

export const imageNames = check({
  ...{ id: 'image-names', points: 3, needs: { flat3, flat4, built5 } },
  title: { ko: '이미지 이름이 모두 맞다', en: 'The images have their exact names' },
  run({ given, needs: { flat3, flat4, built5 }, timeline }) {
    const named: [string, Image][] = [
      [changed.ref, flat3],
      [bare.ref, flat4],
      [rebuilt.ref, built5],
    ];
    for (const [wanted, image] of named) {
      const found = image.tags[0] ?? '-';
      const { line } = originOf(image, timeline, given);
      ensure(image.tags.includes(wanted), say.imageName({ found, wanted }), line);
    }
  },
});

export const containerNames = check({
  ...{ id: 'container-names', points: 3, needs: { made3, made5 } },
  title: { ko: '컨테이너 이름이 모두 맞다', en: 'The containers have their exact names' },
  run({ needs: { made3, made5 }, timeline }) {
    const named = [
      ['node-run3', made3],
      ['node-run5', made5],
    ] as const;
    for (const [wanted, container] of named) {
      const found = container.name;
      ensure(found === wanted, say.containerName({ found, wanted }), createLine(timeline, container));
    }
  },
});
