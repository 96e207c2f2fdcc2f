import type { Student } from '../result.ts';

/** Invented people: full name, and the account's name. */
const people: readonly (readonly [name: string, username: string])[] = [
  ['강서연', 'kang-seoyeon'],
  ['고은채', 'ko-eunchae'],
  ['권도현', 'kwon-dohyun'],
  ['김도윤', 'kim-doyoon'],
  ['김하늘', 'kim-haneul'],
  ['남지훈', 'nam-jihoon'],
  ['노유진', 'noh-yujin'],
  ['류시우', 'ryu-siwoo'],
  ['문가온', 'moon-gaon'],
  ['민서아', 'min-seoa'],
  ['박지우', 'park-jiwoo'],
  ['박현준', 'park-hyunjun'],
  ['배수아', 'bae-sua'],
  ['백승민', 'baek-seungmin'],
  ['서다은', 'seo-daeun'],
  ['성민재', 'sung-minjae'],
  ['손예은', 'son-yeeun'],
  ['송태윤', 'song-taeyoon'],
  ['신채원', 'shin-chaewon'],
  ['심건우', 'shim-gunwoo'],
  ['안소율', 'ahn-soyul'],
  ['양준서', 'yang-junseo'],
  ['오나연', 'oh-nayeon'],
  ['우진혁', 'woo-jinhyuk'],
  ['유하린', 'yoo-harin'],
  ['윤하준', 'yoon-hajun'],
  ['이로운', 'lee-roun'],
  ['이서준', 'lee-seojun'],
  ['임지안', 'lim-jian'],
  ['장우빈', 'jang-woobin'],
  ['전수빈', 'jeon-subin'],
  ['정예린', 'jung-yerin'],
  ['조한결', 'cho-hangyeol'],
  ['주아인', 'joo-ain'],
  ['차은우', 'cha-eunwoo'],
  ['최민서', 'choi-minseo'],
  ['하도경', 'ha-dokyung'],
  ['한지호', 'han-jiho'],
  ['허윤서', 'heo-yunseo'],
  ['황보라', 'hwang-bora'],
];

/** A student, and what the folder of theirs is called. */
export interface Classmate extends Student {
  readonly folder: string;
}

/** The first so many of the class: at least one. The third has not linked an account yet. */
export function classmates(count: number): Classmate[] {
  return Array.from({ length: count }, (_, index) => {
    const [name = '', username = ''] = people[index % people.length] ?? [];
    const round = Math.floor(index / people.length) + 1;
    const again = round === 1 ? '' : String(round);
    const student = {
      username: index === 2 ? '' : `${username}${again}`,
      identifier: String(20_260_101 + index),
      name: `${name}${again}`,
      ...{ email: '', section: '' },
    };
    return { ...student, folder: folderOf(student, index) };
  });
}

/** By account, by name, by number, and by name as a Mac packs it into a zip: with its letters taken apart. */
function folderOf({ username, identifier, name }: Student, index: number): string {
  return [username, name, identifier, username.toUpperCase(), name.normalize('NFD')][index % 5] || identifier;
}

/** What results call a student. */
export function calledInResults({ username, identifier }: Student): string {
  return username || identifier;
}
