/** Course images: what they are, how to get them, and the golden store that gives them to fresh engines. */
export { loadStore, saveStore } from './carry-store.ts';
export type { Catalog, CatalogImage, Expectations } from './catalog.ts';
export { loadCatalog } from './catalog.ts';
export type { GoldenImage, GoldenStore, ImageSource } from './golden-store.ts';
export { findGolden, goldenSizes } from './golden-store.ts';
export { makeEngineRoot, requireMmdebstrap } from './kit/index.ts';
export type { Repositories } from './plan.ts';
export { repositoriesOf, slugOf } from './plan.ts';
export type { PrepareOptions } from './prepare.ts';
export { prepareImages } from './prepare.ts';
export { engineReference } from './recipe.ts';
export type { RemovedGolden } from './remove.ts';
export { removeGolden } from './remove.ts';
