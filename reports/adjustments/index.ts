export { isRescued, rawScore, type ToldAdjustment, toldAdjustments } from './told-adjustment.ts';
