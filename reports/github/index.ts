export { annotations } from './annotations.ts';
export { stepOutputs } from './step-outputs.ts';
