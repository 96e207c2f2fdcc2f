import { type Entry, getFileNameLowLevel } from 'yauzl';

/** General purpose bit 11: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const utf8Flag = 0x800;
/** Info-ZIP's extra field with the name in UTF-8 (APPNOTE.TXT 4.6.9). */
const unicodePath = 0x7075;

/**
 * The name of a zip's entry. What says that it is UTF-8 is believed; of the rest macOS writes UTF-8 and Windows in
 * Korea CP949 without saying so, and what is neither is code page 437, as the format has it.
 */
export function entryName(
  entry: Pick<Entry, 'generalPurposeBitFlag' | 'fileNameRaw' | 'extraFields'>,
): string {
  const { generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields } = entry;
  const said = (flags & utf8Flag) !== 0 || extraFields.some(({ id }) => id === unicodePath);
  const name = said
    ? getFileNameLowLevel(flags, raw, extraFields, true)
    : (decoded(raw, 'utf-8') ?? decoded(raw, 'euc-kr') ?? getFileNameLowLevel(flags, raw, extraFields, true));
  // Windows once wrote backslashes (.NET 4.5.0 to 4.6.1); no name in a zip has one for another reason.
  return name.replaceAll('\\', '/');
}

function decoded(raw: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return undefined;
  }
}
