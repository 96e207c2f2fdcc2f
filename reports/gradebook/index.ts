export { type CanvasIds, type CsvOptions, canvasClashes, canvasCsv, gradesCsv, moodleCsv } from './csv.ts';
export { differingPoints } from './differing-points.ts';
export { assignmentsOf, type Gradebook, type GradebookRow, gradebookOf, totalOf } from './gradebook.ts';
