import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A JUnit report as a reader sees it: attributes beside children, lists where there may be several. */
export interface ReadCase {
  name: string;
  classname: string;
  file: string;
  time: string;
  failure?: { message: string; type: string; '#text': string };
  error?: { message: string; type: string; '#text': string };
  skipped?: { message: string; '#text': string };
  properties?: { property: { name: string; value: string }[] };
  'system-out'?: string;
}

export interface ReadSuite {
  name: string;
  tests: string;
  failures: string;
  errors: string;
  skipped: string;
  time: string;
  timestamp: string;
  properties: { property: { name: string; value: string }[] };
  testcase: ReadCase[];
}

export interface ReadReport {
  name: string;
  time: string;
  testsuite: ReadSuite[];
}

/** Parses a JUnit report back, refusing what is not well-formed. */
export function readJUnit(xml: string): ReadReport {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new SyntaxError(`${valid.err.line}:${valid.err.col}: ${valid.err.msg}`);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name),
  });
  const read: { testsuites: ReadReport } = parser.parse(xml);
  return read.testsuites;
}

/** Properties as an object. */
export function propertiesOf({ properties }: ReadCase | ReadSuite): Record<string, string> {
  return Object.fromEntries((properties?.property ?? []).map(({ name, value }) => [name, value]));
}
