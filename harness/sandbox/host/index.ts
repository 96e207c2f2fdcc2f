export { downFailure, downTexts } from './down-failure.ts';
export { type DaemonDown, Host, type HostOptions } from './host.ts';
export { journalOf } from './journal.ts';
export { rootPrograms } from './programs.ts';
