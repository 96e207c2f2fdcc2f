/** What a student's daemon.json may say: a JSON Schema that lists keys one by one; all others are refused. */

const amount = { type: 'integer', minimum: 0, maximum: 1000 };
const texts = { type: 'array', maxItems: 64, items: { type: 'string', maxLength: 1000 } };
const address = { type: 'string', pattern: '^[0-9a-fA-F.:]{2,45}$' };
const size = {
  anyOf: [
    { type: 'integer', minimum: 0 },
    { type: 'string', pattern: '^\\d{1,12}[bkmgKMG]?$' },
  ],
};
const away = [
  'awslogs',
  'etwlogs',
  'fluentd',
  'gcplogs',
  'gelf',
  'journald',
  'logentries',
  'splunk',
  'syslog',
];

export const settingsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    // A driver's name that is a slip is for dockerd to complain about, as in life.
    'log-driver': { type: 'string', maxLength: 64, not: { enum: away } },
    'log-opts': {
      type: 'object',
      maxProperties: 32,
      propertyNames: { pattern: '^[\\w.-]{1,64}$' },
      additionalProperties: { type: 'string', maxLength: 1000 },
    },
    'log-level': { type: 'string', maxLength: 16 },
    'log-format': { type: 'string', enum: ['text', 'json'] },
    debug: { type: 'boolean' },
    labels: texts,
    'insecure-registries': texts,
    'registry-mirrors': texts,
    'default-ulimits': {
      type: 'object',
      maxProperties: 32,
      propertyNames: { pattern: '^[a-z]{1,16}$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          Name: { type: 'string', pattern: '^[a-z]{1,16}$' },
          Soft: { type: 'integer', minimum: -1 },
          Hard: { type: 'integer', minimum: -1 },
        },
      },
    },
    'default-shm-size': size,
    dns: { type: 'array', maxItems: 16, items: address },
    'dns-opts': texts,
    'dns-search': texts,
    'max-concurrent-downloads': amount,
    'max-concurrent-uploads': amount,
    'max-download-attempts': amount,
    'live-restore': { type: 'boolean' },
    'shutdown-timeout': { type: 'integer', minimum: 0, maximum: 20 },
    'storage-driver': { const: 'overlay2' },
    'exec-opts': { type: 'array', items: { const: 'native.cgroupdriver=cgroupfs' } },
    features: { type: 'object', additionalProperties: false, properties: { buildkit: { type: 'boolean' } } },
    experimental: { const: false },
  },
};

/** Why a key or its value is refused, for the keys that people use; the rest of the sentence is mergeSettings'. */
export const whyRefused: Readonly<Record<string, string>> = {
  'log-driver': 'the engine has no network and no syslog; json-file, local and none work',
  'storage-driver': 'the images of the exercise lie in overlay2',
  'exec-opts': 'the engine has no systemd; native.cgroupdriver=cgroupfs works',
  'data-root': 'the images of the exercise lie in /var/lib/docker',
  graph: 'the images of the exercise lie in /var/lib/docker',
  hosts: 'the daemon is reached through the sandbox alone',
  tls: 'the daemon is reached through the sandbox alone',
  containerd: 'the engine runs its own containerd',
  'exec-root': 'the engine runs its own containerd',
  runtimes: 'a runtime would run as root of the engine',
  'default-runtime': 'a runtime would run as root of the engine',
  'authorization-plugins': 'a plugin would run as root of the engine',
  'userns-remap': 'it would hide the images of the exercise',
  builder: 'the sandbox sets it',
  features: 'buildkit alone can be set: the containerd image store has none of the images of the exercise',
  'cgroup-parent': 'it would leave the limits of the engine',
  'shutdown-timeout': 'at most 20 seconds',
  iptables: 'the engine needs its network rules',
  bridge: 'the engine needs its network rules',
  experimental: 'experimental features are off',
};
