/** What a TLS client's first message says: which server it wants (RFC 8446, section 4.1.2; RFC 6066, section 3). */
export type Hello =
  | { kind: 'incomplete' }
  | { kind: 'named'; name: string }
  /** No TLS, no name, more than one, or the true one encrypted (RFC 9849). */
  | { kind: 'unnamed' };

const handshakeRecord = 22;
const clientHello = 1;
const serverNameExtension = 0;
const encryptedHelloExtension = 0xfe0d;
const recordHeaderBytes = 5;
const longestRecord = 2 ** 14;
/** The largest a client sends has some 2 kB (post-quantum key shares). */
const longestHello = 2 ** 14;

const unnamed: Hello = { kind: 'unnamed' };
const incomplete: Hello = { kind: 'incomplete' };

/** Reads the server name out of what a client sent so far; the message may be spread over several records. */
export function readHello(bytes: Buffer): Hello {
  const fragments: Buffer[] = [];
  let gathered = 0;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] !== handshakeRecord || (at + 1 < bytes.length && bytes[at + 1] !== 3)) return unnamed;
    if (bytes.length < at + recordHeaderBytes) return incomplete;
    const length = bytes.readUInt16BE(at + 3);
    if (length === 0 || length > longestRecord) return unnamed;
    const fragment = bytes.subarray(at + recordHeaderBytes, at + recordHeaderBytes + length);
    fragments.push(fragment);
    gathered += fragment.length;
    const message = Buffer.concat(fragments, gathered);
    if (message.length > 0 && message[0] !== clientHello) return unnamed;
    if (message.length >= 4) {
      const whole = 4 + message.readUIntBE(1, 3);
      if (whole > longestHello) return unnamed;
      if (message.length >= whole) return nameIn(message.subarray(4, whole));
    }
    at += recordHeaderBytes + length;
  }
  return incomplete;
}

/** Reads forward through length-prefixed fields; `broken` once one reached past the end. */
class Cursor {
  broken = false;
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(count: number): Buffer {
    if (count > this.left) {
      this.broken = true;
      this.#at = this.#bytes.length;
      return Buffer.alloc(0);
    }
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  number(size: 1 | 2): number {
    const field = this.take(size);
    return field.length === size ? field.readUIntBE(0, size) : 0;
  }

  field(sizeOfLength: 1 | 2): Buffer {
    return this.take(this.number(sizeOfLength));
  }
}

function nameIn(message: Buffer): Hello {
  const hello = new Cursor(message);
  hello.take(2 + 32);
  hello.field(1);
  hello.field(2);
  hello.field(1);
  const extensions = new Cursor(hello.field(2));
  const names: string[] = [];
  while (extensions.left > 0) {
    const type = extensions.number(2);
    const content = extensions.field(2);
    if (type === encryptedHelloExtension) return unnamed;
    if (type === serverNameExtension) names.push(...namesIn(content));
  }
  const [name, ...others] = names;
  if (hello.broken || hello.left > 0 || extensions.broken || others.length > 0) return unnamed;
  return name ? { kind: 'named', name: name.toLowerCase() } : unnamed;
}

/** Host names of the extension; an empty one stands for a form that no client sends. */
function namesIn(content: Buffer): string[] {
  const outer = new Cursor(content);
  const list = new Cursor(outer.field(2));
  const names: string[] = [];
  while (list.left > 0) {
    const type = list.number(1);
    const name = list.field(2).toString('latin1');
    names.push(type === 0 && !list.broken ? name : '');
  }
  return outer.broken || outer.left > 0 ? ['', ''] : names;
}
