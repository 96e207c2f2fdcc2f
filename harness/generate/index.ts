export { type GeneratedFile, generatedFiles, generatedStatements } from './generated-files.ts';
