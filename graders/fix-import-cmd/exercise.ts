/** What the exercise calls its things, and the commands that make them. */
export const original = 'noderun:1.0';
export const exported = 'node-run';
export const app = '/app/runapp.js';

const instruction = `CMD ["node", "${app}"]`;

export const changed = {
  ref: 'node-run:3.0',
  command: `docker import --change '${instruction}' node-run.tar node-run:3.0`,
};
export const bare = { ref: 'node-run:4.0', command: 'docker import node-run.tar node-run:4.0' };
export const rebuilt = {
  ref: 'node-run:5.0',
  command: 'docker build -t node-run:5.0 -f Dockerfile_noderun4 .',
};

export const images = [original, changed.ref, bare.ref, rebuilt.ref];
export const containers = [exported, 'node-run3', 'node-run5'];
