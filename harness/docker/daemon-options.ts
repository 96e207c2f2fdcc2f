import type Dockerode from 'dockerode';
import type { Down } from './answers.ts';
import type { Dial } from './http.ts';
import type { ListLayer } from './layer.ts';
import type { ListLogs } from './log-file.ts';

/** What a daemon of the sandbox is reached by. */
export interface DaemonOptions {
  docker: Dockerode;
  dial: Dial;
  listLayer: ListLayer;
  listLogs: ListLogs;
  down?: Down;
  /** How many times as long as usual a slow machine is waited for. */
  patience?: number;
}
