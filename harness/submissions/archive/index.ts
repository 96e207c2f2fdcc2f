export { archiveName } from './archive-kind.ts';
export { unpack } from './unpack.ts';
