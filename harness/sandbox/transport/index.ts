export {
  findTransport,
  knowTransport,
  type OuterVersion,
  openTransport,
  type TransportKind,
} from './choose-transport.ts';
export type { Transport } from './transport.ts';
