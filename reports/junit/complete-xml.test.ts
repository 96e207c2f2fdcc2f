import { expect, test } from 'vitest';
import { completeXml } from './complete-xml.ts';

test('gives each skipped case its reason in order, and leaves what only looks like one alone', () => {
  const xml =
    '<testsuites name="d"><skipped/><system-out><![CDATA[<skipped/> <testsuites ]]></system-out><skipped/></testsuites>';
  expect(completeXml(xml, { time: 1.5, skipped: ['<a> & "b"', 'second'] })).toBe(
    '<testsuites time="1.5" name="d"><skipped message="&lt;a&gt; &amp; &quot;b&quot;">&lt;a&gt; &amp; &quot;b&quot;</skipped>' +
      '<system-out><![CDATA[<skipped/> <testsuites ]]></system-out><skipped message="second">second</skipped></testsuites>\n',
  );
});
