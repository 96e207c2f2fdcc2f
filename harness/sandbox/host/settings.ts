import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { daemonSettings } from '../engine/index.ts';
import { settingsSchema, whyRefused } from './settings-schema.ts';

/** dockerd's settings for the student's daemon.json, or why the sandbox does not take them, in English as dockerd's log. */
export type Settings = { merged: Record<string, unknown> } | { refusal: string };

/** Compiled when first used: few submissions change daemon.json. */
let validate: ValidateFunction | undefined;
const shownValue = 200;

/**
 * The student's daemon.json with ours over it. dockerd itself has found it valid before; this refuses what would take
 * the engine apart or out of its sandbox, and writes anew what is left, so that no spelling gets past.
 */
export function mergeSettings(text: string): Settings {
  const parsed = parse(text);
  if (parsed === undefined) return { refusal: 'daemon.json is not a JSON object' };
  validate ??= new Ajv({ allErrors: true, strict: true }).compile(settingsSchema);
  if (!validate(parsed)) return { refusal: reasonOf(validate.errors?.[0], parsed) };
  const { 'log-driver': driver, 'log-opts': options, 'storage-driver': _flag, ...others } = parsed;
  const { 'log-driver': ownDriver, 'log-opts': ownOptions, ...own } = daemonSettings;
  // Logs rotate unless the file says how they do: both files' options together would be neither's.
  const rotates = driver === undefined || driver === ownDriver;
  const logging = {
    'log-driver': driver ?? ownDriver,
    ...(options !== undefined ? { 'log-opts': options } : rotates ? { 'log-opts': ownOptions } : {}),
  };
  return { merged: { ...others, ...logging, ...own } };
}

function parse(text: string): Record<string, unknown> | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(plain);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(error: ErrorObject | undefined, parsed: Record<string, unknown>): string {
  const unknown = error?.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : '';
  const key = error?.instancePath.split('/')[1] ?? '';
  const name = key === '' ? unknown : key;
  const value = (JSON.stringify(parsed[name]) ?? '').slice(0, shownValue);
  const why = Object.hasOwn(whyRefused, name) ? ` (${whyRefused[name]})` : '';
  return `drydock: ${JSON.stringify(name)}: ${value} in /etc/docker/daemon.json is refused${why}; this is a limit of the grading sandbox, not of Docker`;
}
