/** The docker service's answers, in systemd's words (systemd 252 to 257). */
import type { DockerService } from './docker-service.ts';
import { journalText } from './journal.ts';
import type { ServiceRequest } from './systemctl.ts';
import type { HostAnswer } from './wire.ts';

const started = '/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock';
const statusLines = 10;
const journalCap = 1000;

/** Does what is asked of the service and gives what the terminal shows. */
export async function answerService(
  service: DockerService,
  { action, lines, quiet, now }: ServiceRequest,
  file: Buffer,
): Promise<HostAnswer> {
  const states = { active: service.state === 'active', failed: service.state === 'failed' };
  switch (action) {
    case 'stop':
      await service.stop();
      return silent;
    case 'start':
      await service.start(file);
      return afterStart(service);
    case 'restart':
      await service.restart(file);
      return afterStart(service);
    case 'enable':
      if (now) await service.start(file);
      return now ? afterStart(service) : silent;
    case 'daemon-reload':
      return silent;
    case 'is-enabled':
      return word('enabled', true, quiet);
    case 'is-active':
      return word(service.state, states.active, quiet);
    case 'is-failed':
      return word(service.state, states.failed, quiet);
    case 'status':
      return status(service);
    case 'journal': {
      const all = await service.journal();
      return { ...silent, stdout: journalText(all.slice(-(lines ?? journalCap) || all.length), service.pid) };
    }
  }
}

const silent: HostAnswer = { exitCode: 0, stdout: '', stderr: '' };

/** `systemctl is-active` and its like end with 3 for no (LSB: not running), `is-failed` with 1. */
function word(text: string, yes: boolean, quiet = false): HostAnswer {
  return { exitCode: yes ? 0 : 3, stdout: quiet ? '' : `${text}\n`, stderr: '' };
}

/** What polkit lets systemctl say to a user who is not root. */
export function authenticationRequired(action: string): HostAnswer {
  const stderr = `Failed to ${action} docker.service: Interactive authentication required.\nSee system logs and 'systemctl status docker.service' for details.\n`;
  return { exitCode: 1, stdout: '', stderr };
}

function afterStart(service: DockerService): HostAnswer {
  if (service.state === 'active') return silent;
  const stderr =
    'Job for docker.service failed because the control process exited with error code.\nSee "systemctl status docker.service" and "journalctl -xeu docker.service" for details.\n';
  return { exitCode: 1, stdout: '', stderr };
}

async function status(service: DockerService): Promise<HostAnswer> {
  const journal = await service.journal();
  const { state, pid, exitStatus, since } = service;
  const dot = { active: '●', inactive: '○', failed: '×', lost: '×' }[state];
  const active = {
    active: 'active (running)',
    inactive: 'inactive (dead)',
    failed: 'failed (Result: exit-code)',
    lost: 'failed (Result: resources)',
  }[state];
  const ended =
    state === 'failed' ? `code=exited, status=${exitStatus}/FAILURE` : 'code=exited, status=0/SUCCESS';
  const lines = [
    `${dot} docker.service - Docker Application Container Engine`,
    '     Loaded: loaded (/usr/lib/systemd/system/docker.service; enabled; preset: enabled)',
    `     Active: ${active} since ${stamp(since)}; ${ago(since)} ago`,
    `TriggeredBy: ${state === 'active' ? '●' : dot} docker.socket`,
    '       Docs: https://docs.docker.com',
    ...(state === 'active'
      ? [
          `   Main PID: ${pid} (dockerd)`,
          '     CGroup: /system.slice/docker.service',
          `             └─${pid} ${started}`,
        ]
      : [`    Process: ${pid} ExecStart=${started} (${ended})`, `   Main PID: ${pid} (${ended})`]),
    '',
    journalText(journal.slice(-statusLines), pid),
  ];
  return { exitCode: state === 'active' ? 0 : 3, stdout: lines.join('\n'), stderr: '' };
}

/** `Mon 2026-11-23 21:50:04 UTC`. */
function stamp(at: Date): string {
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][at.getUTCDay()];
  return `${day} ${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function ago(since: Date): string {
  const seconds = Math.max(0, Math.round((Date.now() - since.getTime()) / 1000));
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}min ${seconds % 60}s`;
}
