export { Bench, benchDisks } from './bench.ts';
export { benchPaths, fillBench, laySubmission, type WorkspaceFile } from './fill.ts';
