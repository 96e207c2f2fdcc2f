export { folderDate } from './commit-date.ts';
export { type GitAddress, gitAddress } from './git-address.ts';
export { makeBare, takeCommit } from './take-commit.ts';
