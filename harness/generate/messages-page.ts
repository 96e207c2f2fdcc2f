import type { Example } from '../manifest/index.ts';
import { type HarnessText, harnessTexts } from '../runner/index.ts';
import { fillText, type Text } from '../text.ts';
import { generatedNote, quoted } from './markdown.ts';
import type { WrittenGrader } from './written-grader.ts';

/** `docs/messages.md`: everything that a student can be told, in both languages, as it was really said. */
export function messagesPage(graders: readonly WrittenGrader[]): string {
  const [first] = graders;
  const intro = `# Messages

${generatedNote}

Everything that students are told, to be read in one go. Each message says what was found, what was asked, and what to type next. The examples are real: \`drydock verify SLUG --record\` keeps one of each from the mutants.
`;
  const harness = first ? [harnessSection(harnessTexts(first.assignment))] : [];
  return [intro, ...graders.map(section), ...harness].join('\n');
}

function section({ assignment, templates, examples, mutants }: WrittenGrader): string {
  const parts = Object.entries(templates).map(([id, template]) => {
    const saying = mutants.flatMap(({ name, checks }) =>
      Object.entries(checks)
        .filter(([, messageId]) => messageId === id)
        .map(([checkId]) => ({ checkId, name: name.replace('mutants/', '') })),
    );
    return message(id, template, saying, examples[id]);
  });
  return `## ${assignment.id}\n\n${assignment.title.en} · ${assignment.title.ko}\n\n${parts.join('\n')}`;
}

function message(
  id: string,
  template: Text,
  saying: readonly { checkId: string; name: string }[],
  example: Example | undefined,
): string {
  const codes = (words: readonly string[]) => [...new Set(words)].map((word) => `\`${word}\``).join(', ');
  const by =
    saying.length === 0
      ? 'Said by no mutant.'
      : `Said by ${codes(saying.map(({ checkId }) => checkId))}; mutants: ${codes(saying.map(({ name }) => name))}.`;
  const said = example ? fillText(template, example.values) : template;
  const source = example ? `As \`${example.case}\` was told:` : 'No example is recorded yet; the template:';
  return `### ${id}\n\n${by}\n\n${source}\n\n${quoted(said.ko)}\n\n${quoted(said.en)}\n`;
}

function harnessSection(texts: readonly HarnessText[]): string {
  const parts = texts.map(({ id, when, text }) => {
    return `### ${id}\n\nSaid when ${when}.\n\n${quoted(text.ko)}\n\n${quoted(text.en)}\n`;
  });
  return `## The harness\n\nWhat may be said whatever the grader.\n\n${parts.join('\n')}`;
}
