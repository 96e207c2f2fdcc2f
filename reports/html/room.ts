/** How much of a result's evidence its details show. */
export interface Room {
  /** Characters of commands and their output. */
  transcript: number;
  /** Characters of the output of one command. */
  output: number;
  /** Marks in each lane of the timeline: more than a hundred would hide each other. */
  marks: number;
}

/** As much as anybody reads, then ever less, for a class whose evidence would make the page too large to open. */
export const rooms: readonly [Room, ...Room[]] = [
  { transcript: 8000, output: 1500, marks: 100 },
  { transcript: 4000, output: 800, marks: 50 },
  { transcript: 1500, output: 300, marks: 25 },
  { transcript: 400, output: 100, marks: 8 },
];

/** Letters that packed details may take of a page; what else a class of 500 with five assignments needs is a fifth. */
const packedLetters = 7_000_000;

/** What is packed of each row, in the largest room in which all of it fits; in the smallest where nothing fits. */
export function packedToFit<Row>(rows: readonly Row[], pack: (row: Row, room: Room) => string): string[] {
  return rooms.reduce<string[]>((packed, room, index) => {
    if (index > 0 && packed.length === rows.length) return packed;
    return packedIn(rows, (row) => pack(row, room), index === rooms.length - 1 ? Infinity : packedLetters);
  }, []);
}

/** As many as fit: the one that is too much costs no more of the packing. */
function packedIn<Row>(rows: readonly Row[], pack: (row: Row) => string, most: number): string[] {
  const packed: string[] = [];
  let letters = 0;
  for (const row of rows) {
    const text = pack(row);
    letters += text.length;
    if (letters > most) break;
    packed.push(text);
  }
  return packed;
}
