import { SandboxError } from '../../errors.ts';
import type { Text } from '../../text.ts';
import type { Member } from './members.ts';
import { versionDifferences } from './versions.ts';

/** What a worker says when it takes itself out. */
export function machineFails(count: number, last: { code: string; message: Text }): Text {
  return {
    ko: `이 컴퓨터에서 서로 다른 채점 ${count}개가 잇따라 실패하여(마지막 이유 ${last.code}: ${last.message.ko}) 더는 채점하지 않습니다. \`drydock doctor\` 로 확인한 뒤 worker를 다시 시작하세요.`,
    en: `This machine failed ${count} different jobs in a row (the last one ${last.code}: ${last.message.en}), so it takes no more. See \`drydock doctor\`, then start the worker again.`,
  };
}

/** Said once of every run that a worker cannot work for. */
export function otherVersions(ours: Member, run: Member): Text {
  const differences = versionDifferences(ours.versions, run.versions).slice(0, 5).join('; ');
  return {
    ko: `\`${run.name}\` 실행은 버전이 달라(${differences}) 이 worker가 채점하지 않습니다. 같은 과정 폴더를 쓰고 \`drydock prepare --save\`/\`--load\` 로 이미지를 맞추세요.`,
    en: `The run \`${run.name}\` has other versions (${differences}), so this worker takes none of its jobs. Use the same course, and carry the images over with \`drydock prepare --save\` and \`--load\`.`,
  };
}

/** Said when a worker stops taking jobs because it was asked to. */
export function draining(running: number): Text {
  return {
    ko: `새 채점을 받지 않습니다. 진행 중인 채점 ${running}개를 마치면 끝납니다.`,
    en: `Taking no more jobs; ends when the ${running} under way are finished.`,
  };
}

/** Why a job failed whose archive is not in Redis. */
export function archiveGone(hash: string): SandboxError {
  return new SandboxError({
    code: 'ARCHIVE_GONE',
    message: {
      ko: `제출물 아카이브 \`${hash.slice(0, 12)}\` 항목이 Redis에 없습니다.`,
      en: `The archive \`${hash.slice(0, 12)}\` of a submission is not in Redis.`,
    },
    hint: {
      ko: 'Redis의 `maxmemory-policy` 설정이 `noeviction` 인지 `redis-cli config get maxmemory-policy` 로 확인하세요.',
      en: 'Its `maxmemory-policy` has to be `noeviction`: see `redis-cli config get maxmemory-policy`.',
    },
  });
}

/** The reason of a failure that left no trace but a job that nobody renews any more. */
export const workerLost = {
  code: 'WORKER_LOST',
  message: {
    ko: '채점하던 worker가 응답 없이 사라졌습니다.',
    en: 'The worker that was grading it went away without a word.',
  },
} as const;
