export { daemonWords, statusOf } from './answers.ts';
export type { Container, ContainerState, PublishedPort } from './container.ts';
export { Daemon, type DaemonInfo, type Started } from './daemon.ts';
export type { Dial, HttpAnswer } from './http.ts';
export type { HistoryStep, Image, ImageConfig } from './image.ts';
export type { RunOptions } from './run-options.ts';
