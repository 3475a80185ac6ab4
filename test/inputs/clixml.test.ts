// CLIXML as Export-Clixml writes it, locally and of objects that came through remoting.
import test from 'ava'
import fc from 'fast-check'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { readClixml } from '../../engine/inputs/clixml.ts'
import { blocksOf, readAll } from './reading.ts'

const root = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">'
const object = (properties: string, id = 0) => `<Obj RefId="${id}"><Props>${properties}</Props></Obj>`
const read = (text: string, size?: number, bytes?: boolean, only?: readonly string[]) =>
  readAll(readClixml, blocksOf(text, size, bytes), only)

const tracking = `${root}\r
  <Obj RefId="0">\r
    <TN RefId="0">\r
      <T>Deserialized.Microsoft.Exchange.Management.TransportLogSearchTasks.MessageTrackingEvent</T>\r
      <T>System.Object</T>\r
    </TN>\r
    <ToString>Microsoft.Exchange.Management.TransportLogSearchTasks.MessageTrackingEvent</ToString>\r
    <Props>\r
      <DT N="Timestamp">2021-12-03T12:15:47.1234567-05:00</DT>\r
      <Obj N="EventId" RefId="1">\r
        <TN RefId="1"><T>System.Enum</T></TN>\r
        <ToString>DELIVER</ToString>\r
        <I32>3</I32>\r
      </Obj>\r
      <S N="Sender">&lt;žofie@x.cz&gt;</S>\r
      <Obj N="Recipients" RefId="2">\r
        <TN RefId="2"><T>System.String[]</T></TN>\r
        <LST>\r
          <S>a@x.com</S>\r
          <S>b_x0040_x.com</S>\r
        </LST>\r
      </Obj>\r
      <Nil N="Reference" />\r
    </Props>\r
    <MS>\r
      <S N="PSComputerName">ex01</S>\r
      <B N="PSShowComputerName">false</B>\r
    </MS>\r
  </Obj>\r
  <Obj RefId="3">\r
    <TNRef RefId="0" />\r
    <Props>\r
      <DT N="Timestamp">2021-12-03T12:15:48Z</DT>\r
      <Obj N="EventId" RefId="4"><TNRef RefId="1" /><ToString>SEND</ToString><I32>2</I32></Obj>\r
      <S N="Sender"></S>\r
      <Ref N="Recipients" RefId="2" />\r
      <Obj N="Reference" RefId="5"><TNRef RefId="2" /><LST><S>r</S></LST></Obj>\r
    </Props>\r
    <MS>\r
      <S N="PSComputerName">ex02</S>\r
      <B N="PSShowComputerName">true</B>\r
    </MS>\r
  </Obj>\r
</Objs>`

for (const size of [1, 2, 3, 7, 64, Infinity]) {
  for (const bytes of [false, true]) {
    test(`tracking events, in blocks of ${size}, ${bytes ? 'one character per byte' : 'decoded'}`, async t => {
      const { records, headers } = await read(tracking, size, bytes)
      t.deepEqual(headers, [{
        columns: ['Timestamp', 'EventId', 'Sender', 'Recipients', 'Reference', 'PSComputerName', 'PSShowComputerName'],
        line: 2,
      }])
      t.deepEqual(records.map(({ line }) => line), [2, 30])
      t.deepEqual(records.map(({ text }) => Object.values(text)), [
        ['2021-12-03T12:15:47.1234567-05:00', 'DELIVER', '<žofie@x.cz>', 'a@x.com;b@x.com', '', 'ex01', 'False'],
        ['2021-12-03T12:15:48Z', 'SEND', '', 'a@x.com;b@x.com', 'r', 'ex02', 'True'],
      ])
      t.deepEqual(records.map(({ list }) => list['Recipients']), [['a@x.com', 'b@x.com'], ['a@x.com', 'b@x.com']])
      t.deepEqual(records.map(({ list }) => list['Reference']), [[], ['r']])
    })
  }
}

const cells: readonly { title: string, xml: string, text: string, list?: readonly string[] }[] = [
  { title: 'text', xml: '<S N="p">Ann</S>', text: 'Ann' },
  { title: 'blank text', xml: '<S N="p" />', text: '', list: [] },
  { title: 'null', xml: '<Nil N="p" />', text: '', list: [] },
  { title: 'a line break', xml: '<S N="p">a_x000D__x000A_b</S>', text: 'a\r\nb', list: ['a', 'b'] },
  { title: 'text that looks like an escape', xml: '<S N="p">_x005F_x000D_</S>', text: '_x000D_' },
  { title: 'a pair of UTF-16 units', xml: '<S N="p">_xD83D__xDE00_</S>', text: '😀' },
  { title: 'entities', xml: '<S N="p">&lt;1&amp;2&#64;x&gt;</S>', text: '<1&2@x>' },
  { title: 'CDATA', xml: '<S N="p"><![CDATA[<1@x>]]></S>', text: '<1@x>' },
  { title: 'true', xml: '<B N="p">true</B>', text: 'True' },
  { title: 'false', xml: '<B N="p">false</B>', text: 'False' },
  { title: 'a number of 64 bits', xml: '<U64 N="p">18446744073709551615</U64>', text: '18446744073709551615' },
  { title: 'a fraction', xml: '<Db N="p">1.5</Db>', text: '1.5' },
  { title: 'a character, by its number', xml: '<C N="p">65</C>', text: 'A' },
  {
    title: 'an id', xml: '<G N="p">b7de08a6-8417-491b-be62-85945a538f46</G>',
    text: 'b7de08a6-8417-491b-be62-85945a538f46',
  },
  { title: 'a time without zone', xml: '<DT N="p">2021-12-03T12:15:47</DT>', text: '2021-12-03T12:15:47' },
  { title: 'a duration', xml: '<TS N="p">PT1S</TS>', text: 'PT1S' },
  { title: 'a version', xml: '<Version N="p">15.1</Version>', text: '15.1' },
  { title: 'code', xml: '<SBK N="p"> $_ </SBK>', text: ' $_ ', list: ['$_'] },
  {
    title: 'an enumeration', xml: '<Obj N="p" RefId="1"><ToString>UserMailbox</ToString><I32>1</I32></Obj>',
    text: 'UserMailbox',
  },
  { title: 'a number with notes', xml: '<Obj N="p" RefId="1"><I32>7</I32><MS><S N="x">y</S></MS></Obj>', text: '7' },
  {
    title: 'a time with its display hint',
    xml: '<Obj N="p" RefId="1"><DT>2021-12-03T12:15:47Z</DT>' +
      '<MS><Obj N="DisplayHint" RefId="2"><ToString>DateTime</ToString><I32>2</I32></Obj></MS></Obj>',
    text: '2021-12-03T12:15:47Z',
  },
  {
    title: 'an object with its own text; its properties are not columns',
    xml: '<Obj N="p" RefId="1"><ToString>a@x.com</ToString><Props><S N="p">other</S><S N="Local">a</S></Props></Obj>',
    text: 'a@x.com',
  },
  { title: 'an empty list', xml: '<Obj N="p" RefId="1"><LST /></Obj>', text: '', list: [] },
  {
    title: 'a list', xml: '<Obj N="p" RefId="1"><LST><S>a, b</S><Nil /><S>c</S></LST></Obj>', text: 'a, b;c',
    list: ['a, b', 'c'],
  },
  {
    title: 'an enumerable', xml: '<Obj N="p" RefId="1"><IE><S>a</S><I32>2</I32></IE></Obj>', text: 'a;2',
    list: ['a', '2'],
  },
  { title: 'a stack', xml: '<Obj N="p" RefId="1"><STK><S>a</S></STK></Obj>', text: 'a' },
  { title: 'a queue', xml: '<Obj N="p" RefId="1"><QUE><S>a</S></QUE></Obj>', text: 'a' },
  {
    title: 'a list of objects with text, such as EmailAddresses',
    xml: '<Obj N="p" RefId="1"><LST><Obj RefId="2"><ToString>SMTP:a@x.com</ToString>' +
      '<Props><B N="IsPrimary">true</B></Props></Obj></LST></Obj>',
    text: 'SMTP:a@x.com',
  },
  {
    title: 'a list of a collection with properties',
    xml: '<Obj N="p" RefId="1"><LST><S>a</S></LST><Props><I32 N="Capacity">4</I32></Props></Obj>', text: 'a',
  },
  {
    title: 'a joined list', xml: '<S N="p">a@x.com, b@x.com</S>', text: 'a@x.com, b@x.com',
    list: ['a@x.com', 'b@x.com'],
  },
  {
    title: 'a reference to a value inside another',
    xml: '<Obj N="q" RefId="1"><Props><Obj N="z" RefId="9"><LST><S>a</S></LST></Obj></Props></Obj>' +
      '<Ref N="p" RefId="9" />',
    text: 'a',
  },
]
for (const { title, xml, text, list = [text] } of cells) {
  test(`cell: ${title}`, async t => {
    const { records } = await read(`${root}${object(xml)}</Objs>`, 5, true, ['p'])
    t.is(records[0]?.text['p'], text)
    t.deepEqual(records[0]?.list['p'], list)
  })
}

test('an empty export has no record', async t => {
  t.deepEqual(await read(`${root}</Objs>`), { records: [], headers: [] })
})

test('nulls between objects are no records', async t => {
  const { records } = await read(`${root}<Nil />${object('<S N="p">a</S>')}<Nil /></Objs>`)
  t.is(records.length, 1)
})

test('a list exported as one object gives its members as records', async t => {
  const both = object('<S N="p">a</S>', 1) + object('<S N="p">b</S>', 2)
  const type = '<TN RefId="0"><T>System.Object[]</T></TN>'
  const { records } = await read(`${root}<Obj RefId="0">${type}<LST>${both}</LST></Obj></Objs>`)
  t.deepEqual(records.map(({ text }) => text), [{ p: 'a' }, { p: 'b' }])
})

test('an extended property replaces one of the same name; names are decoded; others give a new header', async t => {
  const { records, headers } = await read(`${root}
<Obj RefId="0"><Props><S N="mail">a</S><S N="b_x0020_c">1</S></Props><MS><S N="Mail">x</S></MS></Obj>
<Obj RefId="1"><Props><S N="mail">b</S><S N="b_x0020_c">2</S></Props><MS><S N="Mail">y</S></MS></Obj>
<Obj RefId="2"><Props><S N="other">c</S></Props></Obj></Objs>`)
  t.deepEqual(headers, [{ columns: ['mail', 'b c'], line: 2 }, { columns: ['other'], line: 4 }])
  t.deepEqual(records.map(({ text }) => text), [{ mail: 'x', 'b c': '1' }, { mail: 'y', 'b c': '2' }, { other: 'c' }])
})

const valued = (content: string) => `<Obj N="p" RefId="1">${content}</Obj>`
const list = (id: number, text: string) => `<Obj N="p" RefId="${id}"><LST><S>${text}</S></LST></Obj>`

test('what references point to is kept within bounds, and kept alive by use', async t => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    object(`${list(10 * index + 1, 'x'.repeat(2000))}<Ref N="q" RefId="1" />`, 10 * index)).join('')
  const { records } = await read(`${root}${many}${object('<Ref N="p" RefId="1" />', 9)}</Objs>`, 65536, false, ['p'])
  t.is(records.at(-1)?.text['p']?.length, 2000)
  const forgotten = `${root}${many}${object('<Ref N="p" RefId="11" />', 9)}</Objs>`
  const stop = await t.throwsAsync(read(forgotten, 65536, false, ['p']), { instanceOf: Stop })
  t.is(stop?.diagnostic.code, 'bad-xml')
})

const failures: readonly { title: string, xml: string, code: string, line: number }[] = [
  { title: 'an end inside', xml: `${root}\n<Obj RefId="0"><Props><S N="p">personal`, code: 'bad-xml', line: 2 },
  { title: 'nothing', xml: '', code: 'bad-xml', line: 1 },
  {
    title: 'tags that do not pair', xml: `${root}\n<Obj><Props><S N="p">personal</T></Props></Obj></Objs>`,
    code: 'bad-xml', line: 2,
  },
  { title: 'another root', xml: '\n<personal></personal>', code: 'bad-xml', line: 2 },
  { title: 'no XML', xml: 'personal', code: 'bad-xml', line: 1 },
  { title: 'text after the end', xml: `${root}</Objs>\npersonal<`, code: 'bad-xml', line: 2 },
  {
    title: 'a document type', xml: `<!DOCTYPE Objs [<!ENTITY x "personal">]>\n${root}</Objs>`, code: 'bad-xml', line: 1,
  },
  {
    title: 'an entity nobody declared', xml: `${root}\n${object('<S N="p">&personal;</S>')}</Objs>`, code: 'bad-xml',
    line: 2,
  },
  { title: 'a forbidden character', xml: `${root}\n${object('<S N="p">\u0001</S>')}</Objs>`, code: 'bad-xml', line: 2 },
  { title: 'values, not objects', xml: `${root}\n<S>personal</S></Objs>`, code: 'bad-xml', line: 2 },
  {
    title: 'an object without properties', xml: `${root}\n<Obj RefId="0"><S>personal</S></Obj></Objs>`, code: 'bad-xml',
    line: 2,
  },
  {
    title: 'an element in a value', xml: `${root}\n${object('<S N="p">a<B>personal</B></S>')}</Objs>`, code: 'bad-xml',
    line: 2,
  },
  { title: 'text between elements', xml: `${root}\n${object('personal')}</Objs>`, code: 'bad-xml', line: 2 },
  { title: 'elements without end', xml: `${root}${'<Obj>'.repeat(1000)}`, code: 'bad-xml', line: 1 },
  {
    title: 'an object without text',
    xml: `${root}\n${object('<Obj N="p" RefId="1"><Props><S N="x">personal</S></Props></Obj>')}</Objs>`,
    code: 'bad-xml', line: 2,
  },
  {
    title: 'a dictionary',
    xml: `${root}\n${object(valued('<DCT><En><S N="Key">personal</S><S N="Value">b</S></En></DCT>'))}</Objs>`,
    code: 'bad-xml', line: 2,
  },
  {
    title: 'an object in a list',
    xml: `${root}\n${object(valued(`<LST>${object('<S N="x">personal</S>', 2)}</LST>`))}</Objs>`,
    code: 'bad-xml', line: 2,
  },
  {
    title: 'a reference to nothing', xml: `${root}\n${object('<Ref N="p" RefId="77" />')}</Objs>`, code: 'bad-xml',
    line: 2,
  },
  {
    title: 'a list cut at the depth', xml: `${root}\n${object('<S N="p">System.String[]</S>')}</Objs>`,
    code: 'list-lost', line: 2,
  },
  {
    title: 'a list cut at the depth, as text of an object',
    xml: `${root}\n${object('<Obj N="p" RefId="1"><ToString>System.Collections.ArrayList</ToString></Obj>')}</Objs>`,
    code: 'list-lost', line: 2,
  },
  {
    title: 'an object longer than any', xml: `${root}${object(`<S N="p">${'x'.repeat(17 * 1024 * 1024)}</S>`)}</Objs>`,
    code: 'too-long', line: 1,
  },
]
for (const { title, xml, code, line } of failures) {
  test(`stops at ${title}`, async t => {
    const stop = await t.throwsAsync(read(xml, xml.length > 100_000 ? 65536 : 3), { instanceOf: Stop })
    t.is(stop?.exit, 3)
    t.is(stop?.diagnostic.code, code as never)
    t.is(stop?.diagnostic.place?.range.start.line, line)
    t.false(JSON.stringify(stop?.diagnostic).includes('personal'), 'no value in a message')
  })
}

test('a value that no rule asks for never stops a run', async t => {
  const lost = '<S N="q">System.String[]</S><Ref N="r" RefId="77" />'
  const { records } = await read(`${root}${object(`<S N="p">a</S>${lost}`)}</Objs>`, 7, false, ['p'])
  t.deepEqual(records.map(({ text }) => text), [{ p: 'a' }])
})

/** As PowerShell writes text: characters that XML has no place for, and what looks like an escape, become `_xHHHH_`. */
const written = (text: string) => text
  .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]|[\uD800-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu, unit =>
    `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
  .replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '')

const pieces = fc.constantFrom('_', 'x', '000', '_x000D_', '\n', 'é', '<')
const text = fc.string({ unit: fc.oneof(pieces, fc.string({ unit: 'binary' })) })
const row = fc.array(text, { minLength: 1, maxLength: 4 })

test('any text comes back, however the file is cut', async t => {
  await fc.assert(fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 40 }), async (all, size) => {
    const cell = (value: string, index: number) => `<S N="c${index}">${written(value)}</S>`
    const xml = all.map(values => object(values.map(cell).join(''))).join('\r\n')
    const seen: string[][] = []
    let columns: readonly string[] = []
    await readClixml(blocksOf(`${root}${xml}</Objs>`, size, true), {
      header: names => { columns = names },
      record: found => { seen.push(columns.map((_, index) => found.text(index))) },
      refuse: () => t.fail(),
    }, 'export')
    t.deepEqual(seen, all)
  }))
})
