/** What a frame says of its channel. */
export const frameKind = { open: 0, data: 1, end: 2, close: 3, credit: 4 } as const;
export type FrameKind = (typeof frameKind)[keyof typeof frameKind];

export interface Frame {
  channel: number;
  kind: FrameKind;
  payload: Buffer;
}

/** Channel (4 bytes), kind (1), length of the payload (4), all big-endian; relay.pl speaks the same. */
const headerBytes = 9;
/** Larger payloads are split by whoever sends, so that no channel keeps the others waiting. */
export const payloadCap = 32 * 1024;
/** So many bytes may be on their way in each direction of a channel before its reader has taken any. */
export const windowBytes = 256 * 1024;

/** A frame as bytes. */
export function encodeFrame(channel: number, kind: FrameKind, payload: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(channel, 0);
  header.writeUInt8(kind, 4);
  header.writeUInt32BE(payload.length, 5);
  return Buffer.concat([header, payload]);
}

/** The payload of a credit frame. */
export function encodeCredit(bytes: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(bytes);
  return payload;
}

/** Gives a listener for the chunks of a stream of frames. The listener throws RangeError for what is no frame. */
export function frameReader(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= headerBytes) {
      const kind = rest.readUInt8(4);
      const length = rest.readUInt32BE(5);
      if (!isKind(kind) || length > payloadCap)
        throw new RangeError(`no frame: kind ${kind}, ${length} bytes`);
      if (rest.length < headerBytes + length) return;
      onFrame({
        channel: rest.readUInt32BE(0),
        kind,
        payload: rest.subarray(headerBytes, headerBytes + length),
      });
      rest = rest.subarray(headerBytes + length);
    }
  };
}

function isKind(kind: number): kind is FrameKind {
  return kind <= frameKind.credit;
}
