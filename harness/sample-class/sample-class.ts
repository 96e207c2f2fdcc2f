import type { Assignment } from '../manifest/index.ts';
import type { Student } from '../result.ts';
import { type Classmate, classmates } from './classmates.ts';
import { type Draw, drawFrom } from './draw.ts';
import { type Special, specials } from './special.ts';

/** The fewest students of a class: what is special goes to three students of each assignment, and one hands in nothing. */
export const fewestStudents = 4;
/** The most students of a class. */
export const mostStudents = 2000;

/** What a grader's author wrote down as typical of an assignment. */
export interface Examples {
  readonly assignment: Assignment;
  /** Names of its cases: `solution`, `variants/retries`, `mutants/wrong-tag`… */
  readonly names: readonly string[];
}

/** What one student hands in for one assignment: an example of its author's, or something special. */
export interface PlannedSubmission {
  readonly student: Classmate;
  readonly assignment: Assignment;
  readonly example: string | Special;
}

/** A class before it is written. */
export interface ClassPlan {
  readonly roster: readonly Student[];
  readonly submissions: readonly PlannedSubmission[];
  /** On the roster, and hands in nothing at all. */
  readonly absent: Classmate;
  /** Hands in, and is not on the roster. */
  readonly stranger: Classmate;
}

/** Of ten submissions four are solutions, two are right in another way, four have one mistake. */
const solutionShare = 0.4;
const variantShare = 0.2;
/** One student in so many hands in the first two assignments alone. */
const givesUp = 7;

/** Plans a class of so many on the roster. The same arguments give the same class. */
export function planClass(examples: readonly Examples[], count: number, seed: number): ClassPlan {
  const [stranger, ...people] = classmates(count + 1).reverse() as [Classmate, ...Classmate[]];
  const roster = people.reverse();
  const absent = roster.at(-1) as Classmate;
  const present = roster.slice(0, -1);
  const submissions = [...present, stranger].flatMap((student, index) => {
    // A draw of one's own: what others hand in changes nothing.
    const draw = drawFrom(seed + index * 7919);
    return examples.flatMap(({ assignment, names }, at): PlannedSubmission[] => {
      const special = specials
        .filter((one) => one.assignment === assignment.id)
        .find((_, nth) => takerOf(at, nth, present.length) === index);
      const drawn = exampleFrom(names, draw);
      if (special) return [{ student, assignment, example: special }];
      return index % givesUp === givesUp - 1 && at > 1 ? [] : [{ student, assignment, example: drawn }];
    });
  });
  return { roster, submissions, absent, stranger };
}

/** Spreads what is special over the class: never two of one assignment on one student. */
function takerOf(assignment: number, nth: number, students: number): number {
  return (assignment + nth * Math.max(1, Math.floor(students / 3))) % students;
}

function exampleFrom(names: readonly string[], draw: Draw): string {
  const share = draw.number();
  const of = (kind: string) => draw.oneOf(names.filter((name) => name.startsWith(kind)));
  const drawn =
    share < variantShare ? of('variants/') : share < 1 - solutionShare ? of('mutants/') : undefined;
  return drawn ?? 'solution';
}
