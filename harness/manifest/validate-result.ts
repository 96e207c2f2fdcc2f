import { UsageError } from '../errors.ts';
import { type Result, resultSchemaId } from '../result.ts';
import type { Text } from '../text.ts';
import { resultFaults } from './result-faults.ts';
import { isResultShaped, schemaFaults } from './schemas.ts';

/**
 * Takes stored data for a result only when it is one: by the published schema, and adding up.
 * @param path where it was read, for the message
 * @throws UsageError `RESULT_VERSION` for another version of the schema, `RESULT_INVALID` for anything else
 */
export function validateResult(value: unknown, path = 'result.json'): Result {
  const version = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (typeof version === 'string' && version !== resultSchemaId && version.startsWith('drydock/result/')) {
    throw new UsageError({
      code: 'RESULT_VERSION',
      message: {
        ko: `\`${path}\` 파일은 \`${version}\` 형식이고, 이 버전의 Drydock은 \`${resultSchemaId}\` 형식만 읽습니다.`,
        en: `\`${path}\` is written in \`${version}\`; this version of Drydock reads \`${resultSchemaId}\` alone.`,
      },
      hint: {
        ko: '파일을 만든 버전의 Drydock을 쓰거나, `npm install --global drydock@latest` 명령으로 새 버전을 설치하세요.',
        en: 'Use the Drydock that wrote it, or install a newer one: `npm install --global drydock@latest`.',
      },
    });
  }
  if (!isResultShaped(value))
    throw invalid(
      path,
      schemaFaults('result', value).map((fault) => fault.text),
    );
  const faults = resultFaults(value);
  if (faults.length > 0)
    throw invalid(
      path,
      faults.map((fault) => ({ ko: fault, en: fault })),
    );
  return value;
}

function invalid(path: string, faults: readonly Text[]): UsageError {
  const list = (texts: string[]) => texts.slice(0, 5).join('\n  ');
  return new UsageError({
    code: 'RESULT_INVALID',
    message: {
      ko: `\`${path}\` 파일은 올바른 채점 결과가 아닙니다:\n  ${list(faults.map(({ ko }) => ko))}`,
      en: `\`${path}\` is not a valid result:\n  ${list(faults.map(({ en }) => en))}`,
    },
    hint: {
      ko: '파일을 지우고 `drydock check` 명령으로 다시 채점하세요.',
      en: 'Delete the file and grade again: `drydock check`.',
    },
  });
}
