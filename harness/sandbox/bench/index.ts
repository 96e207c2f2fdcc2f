export { Bench } from './bench.ts';
export { benchPaths, fillBench, type WorkspaceFile } from './fill.ts';
