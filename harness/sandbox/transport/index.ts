export { findTransport, knowTransport, openTransport, type TransportKind } from './choose-transport.ts';
export type { Transport } from './transport.ts';
