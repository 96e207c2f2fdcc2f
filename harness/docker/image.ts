import type Dockerode from 'dockerode';

/** How an image starts its containers, from Config of `GET /images/{name}/json`, with absent parts made empty. */
export interface ImageConfig {
  cmd: string[];
  entrypoint: string[];
  env: Record<string, string>;
  workingDir: string;
  user: string;
  /** As Docker writes them: `6060/tcp`. */
  exposedPorts: string[];
  labels: Record<string, string>;
  volumes: string[];
  stopSignal: string | null;
  healthcheck: string[] | null;
}

/** An image of the engine. */
export interface Image {
  /** `sha256:…` */
  id: string;
  /** `name:tag` references. */
  tags: string[];
  config: ImageConfig;
  /** RootFS.Layers: the diff ids from the base up. */
  layers: string[];
  sizeBytes: number;
  /** RFC 3339. */
  created: string;
  architecture: string;
  os: string;
}

/** One step of `docker history`, newest first as the API gives it. */
export interface HistoryStep {
  createdBy: string;
  comment: string;
  sizeBytes: number;
}

/** The steps of an image as `GET /images/{name}/history` tells them; the type package does not know their fields. */
export function historyOf(steps: unknown): HistoryStep[] {
  return (steps as { CreatedBy: string; Comment: string; Size: number }[]).map((step) => ({
    createdBy: step.CreatedBy,
    comment: step.Comment,
    sizeBytes: step.Size,
  }));
}

/** An image as the API tells it. */
export function imageOf(info: Dockerode.ImageInspectInfo): Image {
  // The API's Config has StopSignal (API 1.21 and later); the type package does not know it.
  const config: Partial<typeof info.Config> & { StopSignal?: string } = info.Config ?? {};
  return {
    id: info.Id,
    tags: info.RepoTags ?? [],
    config: {
      cmd: list(config.Cmd),
      entrypoint: list(config.Entrypoint),
      env: environment(config.Env),
      workingDir: config.WorkingDir ?? '',
      user: config.User ?? '',
      exposedPorts: Object.keys(config.ExposedPorts ?? {}),
      labels: config.Labels ?? {},
      volumes: Object.keys(config.Volumes ?? {}),
      stopSignal: config.StopSignal ?? null,
      healthcheck: config.Healthcheck?.Test ?? null,
    },
    layers: info.RootFS?.Layers ?? [],
    sizeBytes: info.Size,
    created: info.Created,
    architecture: info.Architecture,
    os: info.Os,
  };
}

/** The API gives null, a string or a list for Cmd and Entrypoint. */
export function list(value: string | string[] | null | undefined): string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

/** `['A=1']` as `{A: '1'}`. */
export function environment(entries: string[] | null | undefined): Record<string, string> {
  return Object.fromEntries(
    (entries ?? []).map((entry) => [entry.split('=', 1)[0] ?? '', entry.slice(entry.indexOf('=') + 1)]),
  );
}
