export { type FleetRun, runFleet } from './fleet-run.ts';
export { meanMs, slots } from './recorded.ts';
