export { matrix, type Tried } from './matrix.ts';
export { type Verified, type VerifyOptions, verifyGrader } from './verify.ts';
