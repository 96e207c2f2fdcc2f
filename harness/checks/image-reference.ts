/** An image as its id and its names tell it. */
export interface NamedImage {
  /** `sha256:…` */
  id: string;
  /** `name:tag` references. */
  tags: readonly string[];
}

const shortestId = 4;

/** Whether a reference as people type it (`name`, `name:tag`, an id or its beginning) means an image. */
export function refersTo(typed: string, { id, tags }: NamedImage): boolean {
  const hex = typed.replace(/^sha256:/, '');
  if (/^[0-9a-f]+$/.test(hex) && hex.length >= shortestId && id.startsWith(`sha256:${hex}`)) return true;
  return tags.map(full).includes(full(typed));
}

/** A reference with what Docker fills in left out (the hub's name, `library/`) and the tag it fills in written out. */
function full(reference: string): string {
  const short = reference.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '');
  return /:[^/]*$/.test(short) ? short : `${short}:latest`;
}
