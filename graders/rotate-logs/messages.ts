import { messages } from '#harness';
import { containerTexts } from './container-texts.ts';
import { settingsTexts } from './settings-texts.ts';

export const say = messages({ ...settingsTexts, ...containerTexts });
