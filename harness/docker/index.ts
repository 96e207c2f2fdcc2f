export { daemonWords, statusOf } from './answers.ts';
export type { Container, ContainerState, PublishedPort } from './container.ts';
export { Daemon } from './daemon.ts';
export type { DaemonInfo } from './daemon-info.ts';
export type { Dial, HttpAnswer } from './http.ts';
export type { HistoryStep, Image, ImageConfig } from './image.ts';
export type { LayerEntry } from './layer.ts';
export type { LogFile } from './log-file.ts';
export type { RunOptions, Started } from './run-options.ts';
