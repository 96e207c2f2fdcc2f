import { UsageError } from '../errors.ts';

/** A name that no assignment can have. */
export function badSlug(slug: string, cap: number): UsageError {
  const mended = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, cap)
    .replace(/-+$/, '');
  const example = mended || 'rotate-logs';
  return new UsageError({
    code: 'SLUG_FORM',
    message: {
      ko: `\`${slug}\` 값은 과제 이름으로 쓸 수 없습니다. 영어 소문자와 숫자를 하이픈으로 이어 ${cap}자 이내로 적으세요.`,
      en: `\`${slug}\` cannot be an assignment’s name: lower-case words joined by hyphens, ${cap} letters at most.`,
    },
    hint: { ko: `예: \`drydock new ${example}\``, en: `Such as: \`drydock new ${example}\`` },
  });
}

/** There is something in the way of a new assignment: nothing is ever written over. */
export function taken(slug: string, folder: string): UsageError {
  return new UsageError({
    code: 'SLUG_TAKEN',
    message: {
      ko: `\`${folder}\` 폴더가 이미 있습니다. 아무것도 바꾸지 않았습니다.`,
      en: `\`${folder}\` is there already. Nothing was changed.`,
    },
    hint: {
      ko: `다른 이름을 쓰거나, 있는 과제를 \`drydock verify ${slug}\` 로 확인하세요.`,
      en: `Choose another name, or look at the one that is there: \`drydock verify ${slug}\`.`,
    },
  });
}

/** A grader written here could not be loaded. */
export function noGraderImports(root: string): UsageError {
  return new UsageError({
    code: 'GRADER_IMPORTS',
    message: {
      ko: `\`${root}\` 폴더에서는 채점기를 작성할 수 없습니다. 채점기는 TypeScript로 쓰고 \`#harness\` 를 불러오는데, 여기서는 둘 다 쓸 수 없습니다.`,
      en: `Graders cannot be written in \`${root}\`: they are TypeScript and import \`#harness\`, and neither works here.`,
    },
    hint: {
      ko: 'Drydock 저장소를 내려받은 폴더에서 `script/drydock new` 를 실행하세요. 설치된 패키지는 채점만 합니다.',
      en: 'Run `script/drydock new` in a checkout of Drydock; the installed package only grades.',
    },
  });
}
