import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, defineGrader } from '../authoring/index.ts';
import { generatedFiles } from './index.ts';
import { rubric } from './rubric.ts';
import { withSection } from './section.ts';

const root = join(import.meta.dirname, '..', '..');

describe('generated parts', () => {
  it('are committed as they would be generated: `npm run generate` mends this', async () => {
    const files = await generatedFiles(root);
    expect(files.length).toBeGreaterThan(0);
    for (const { path, current, wanted } of files) expect(`${path}\n${current}`).toBe(`${path}\n${wanted}`);
  });

  it('replace what stands between their marks and nothing else', () => {
    expect(withSection('a\n<!-- x -->\nold\n<!-- /x -->\nb', 'x', 'new')).toBe(
      'a\n<!-- x -->\nnew\n<!-- /x -->\nb',
    );
    expect(() => withSection('a', 'x', 'new')).toThrow('needs the marks');
    expect(() => withSection('<!-- /x --><!-- x -->', 'x', 'new')).toThrow('needs the marks');
  });

  it('show each check with its points, in the reader’s language', () => {
    const one = check({ id: 'one', points: 7, title: { ko: '하나', en: 'a|b' }, run: () => true });
    const two = check({ id: 'two', points: 0, title: { ko: '둘', en: 'two' }, run: () => true });
    const grader = defineGrader({ assignment: 'x', checks: [one, two] });
    expect(rubric(grader, 'ko')).toContain('| 하나 | 7 |');
    expect(rubric(grader, 'ko')).toContain('| 둘 | 조언 |');
    expect(rubric(grader, 'en')).toContain('| a\\|b | 7 |');
  });
});
