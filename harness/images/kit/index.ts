export { makeEngineRoot, requireMmdebstrap } from './engine-root.ts';
export { makeStandIn } from './stand-in.ts';
