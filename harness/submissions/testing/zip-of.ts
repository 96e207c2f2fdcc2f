import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip, which may lie about itself. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly bytes?: Buffer | string;
  /** A Unix mode with its type bits; a regular file by default. */
  readonly mode?: number;
  /** General purpose bits; UTF-8 names are not flagged by default. */
  readonly flags?: number;
  readonly method?: 'store' | 'deflate';
  /** The uncompressed size that is declared, when it is another than the real one. */
  readonly declared?: number;
  readonly sum?: number;
}

/** A zip with exactly these entries, nothing checked: for archives that no tool would make. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes = '', mode = 0o100644, flags = 0, method = 'deflate', declared, sum } of entries) {
    const raw = Buffer.from(bytes as string);
    const packed = method === 'deflate' ? deflateRawSync(raw) : raw;
    const fileName = Buffer.from(name as string);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method === 'deflate' ? 8 : 0, 4);
    common.writeUInt32LE(sum ?? crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? raw.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, fileName, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    // Made by Unix, whose modes the attributes are.
    centrals.push(Buffer.from('504b01021403', 'hex'), common, tail, fileName);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(entries.length % 65_536, 8);
  end.writeUInt16LE(entries.length % 65_536, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
