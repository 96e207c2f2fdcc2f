export { type Scaffold, type ScaffoldPlace, scaffold } from './scaffold.ts';
