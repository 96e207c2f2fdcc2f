/** Settings of the daemon that exercises ask about, from `GET /info`. */
export interface DaemonInfo {
  serverVersion: string;
  loggingDriver: string;
  storageDriver: string;
  cgroupVersion: string;
}

/** The settings as the API tells them. */
export function daemonInfoOf(info: Record<string, string>): DaemonInfo {
  const { ServerVersion = '', LoggingDriver = '', Driver = '', CgroupVersion = '' } = info;
  return {
    serverVersion: ServerVersion,
    loggingDriver: LoggingDriver,
    storageDriver: Driver,
    cgroupVersion: CgroupVersion,
  };
}
