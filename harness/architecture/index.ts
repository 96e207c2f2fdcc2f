export {
  codeFaults,
  lineCount,
  machineFaults,
  median,
  medianBudget,
  shapeFaults,
  sharedCodes,
} from './file-rules.ts';
export { importFaults } from './import-rules.ts';
export { parseSource } from './source.ts';
