export { courseOwn, courseVersions } from './course-versions.ts';
export { queueOf } from './queue-of.ts';
export { addWorkerCommand } from './worker-command.ts';
