import type Dockerode from 'dockerode';
import type { SandboxLimits } from './limits.ts';

/** The student's uid and gid in the bench. */
export const studentId = 1000;

/**
 * Makes the volume that holds a submission's working folder: a tmpfs with limits, without devices or set-uid, owned
 * by the student from the start (a chown after the mount would be undone by the daemon's copy-up).
 */
export async function makeWorkspace(
  outer: Dockerode,
  name: string,
  labels: Record<string, string>,
  limits: SandboxLimits,
): Promise<void> {
  const options = `size=${limits.workspaceBytes},nr_inodes=${limits.workspaceInodes},nosuid,nodev,uid=${studentId},gid=${studentId},mode=755`;
  await outer.createVolume({
    Name: name,
    Labels: labels,
    Driver: 'local',
    DriverOpts: { type: 'tmpfs', device: 'tmpfs', o: options },
  });
}
