/** Parts of the Docker API that are refused with advice, instead of a bare "not offered". */

export interface RefusedRoute {
  path: RegExp;
  what: string;
  instead: string;
}

const single = 'Use plain containers: `docker run` and `docker network create`.';

export const refusedRoutes: readonly RefusedRoute[] = [
  {
    path: /^\/images\/search$/,
    what: 'searching a registry',
    instead: 'The sandbox has no network; `docker images` lists the images that are here.',
  },
  {
    path: /^\/images\/.+\/push$/,
    what: 'pushing an image',
    instead: 'The sandbox has no network; `docker save -o FILE IMAGE` keeps an image in a file.',
  },
  {
    path: /^\/auth$/,
    what: 'logging in to a registry',
    instead: 'The sandbox has no network, and the images of the course are here already.',
  },
  {
    path: /^\/distribution\//,
    what: 'asking a registry about an image',
    instead: '`docker image inspect IMAGE` tells what is known of a local image.',
  },
  {
    path: /^\/(swarm|services|tasks|nodes|secrets|configs)(\/|$)/,
    what: 'swarm mode (swarm, service, node, secret, config)',
    instead: single,
  },
  { path: /^\/plugins(\/|$)/, what: 'using engine plugins', instead: single },
  {
    path: /^\/containers\/[^/]+\/checkpoints(\/|$)/,
    what: 'checkpointing a container',
    instead: '`docker pause` and `docker commit` keep a container as it is.',
  },
  {
    path: /^\/containers\/[^/]+\/attach\/ws$/,
    what: 'attaching through a WebSocket',
    instead: 'Use `docker attach`.',
  },
];
