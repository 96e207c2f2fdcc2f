import { GraderError } from '../errors.ts';

/** A text with what stands between `<!-- name -->` and `<!-- /name -->` replaced. Throws GraderError without them. */
export function withSection(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw missingMarkers(begin, end);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

function missingMarkers(begin: string, end: string): GraderError {
  return new GraderError({
    code: 'GENERATED_SECTION',
    message: {
      ko: `문서에 \`${begin}\` 와 \`${end}\` 표시가 차례로 있어야 합니다.`,
      en: `The document needs the marks \`${begin}\` and \`${end}\`, in this order.`,
    },
    hint: {
      ko: '표시를 넣고 `npm run generate` 를 실행하세요.',
      en: 'Add them, then run `npm run generate`.',
    },
  });
}
