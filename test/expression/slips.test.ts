// Conditions as other languages have them: what is written in their place is what was meant, and can be read.
import test from 'ava'
import { parse } from '../../engine/expression/index.ts'

/** The source with the fixes of all findings, until there are none: a fix can bring the next slip to light. */
function mended(source: string): string {
  for (let text = source, rounds = 0; rounds < 5; rounds++) {
    const fixes = parse(text).problems.filter(({ fix }) => fix)
    if (fixes.length === 0) return text
    text = fixes.toReversed().reduce((whole, { offset, length, fix }) => whole.slice(0, offset) + fix!.replace + whole.slice(offset + length), text)
  }
  throw new Error('the fixes never end')
}

const slips: readonly (readonly [source: string, means: string])[] = [
  // JavaScript
  ['event == "x"', 'event = "x"'],
  ['event === "x"', 'event = "x"'],
  ['event !== "x"', 'event != "x"'],
  ['a = 1 && b = 2 || c = 3', 'a = 1 and b = 2 or c = 3'],
  ['!$contains(a, "x")', '$not($contains(a, "x"))'],
  ['!(a = 1 or b = 2) and c = 3', '$not(a = 1 or b = 2) and c = 3'],
  ['a => 3', 'a >= 3'],
  // SQL
  ['a <> 3 AND b = 4', 'a != 3 and b = 4'],
  ["subject LIKE '%x%'", '$contains(subject, "x")'],
  ['subject like "RE: %"', '$contains(subject, /^RE: /)'],
  ['subject like "%.pdf"', '$contains(subject, /\\.pdf$/)'],
  ['subject like "a%b"', '$contains(subject, /^a.*b$/)'],
  ['subject like "whole"', 'subject = "whole"'],
  ['subject not like "%x%"', '$not($contains(subject, "x"))'],
  ['event IN ("x", \'y\')', 'event in ["x", "y"]'],
  ['event in ("x", "y")', 'event in ["x", "y"]'],
  ['event not in ("x")', '$not(event in ["x"])'],
  ['a is null or b is not null', 'a = "" or b != ""'],
  ['size between 1 and 3', 'size >= 1 and size <= 3'],
  ['not a = 1 and b = 2', '$not(a = 1) and b = 2'],
  ['NOT (a = 1)', '$not (a = 1)'],
  ['time < 2023-06-01', 'time < "2023-06-01"'],
  ['time >= 2023-6-1 and a = 1', 'time >= "2023-6-1" and a = 1'],
  // PowerShell
  ['a -eq "x" -and b -ne 3', 'a = "x" and b != 3'],
  ['a -like "svc-*"', '$contains(a, /^svc-/)'],
  ['a -notlike "*x*" -or a -match "y"', '$not($contains(a, "x")) or $contains(a, /y/)'],
  ['-not $contains(a, "x")', '$not($contains(a, "x"))'],
  // English
  ['a = 1 adn b = 2', 'a = 1 and b = 2'],
  ['a is "x" or a is not "y"', 'a = "x" or a != "y"'],
  ['a contains "x" and b starts with "y"', '$contains(a, "x") and $contains(b, /^y/)'],
  ['a ends with "." & b', '$contains(a, /\\.$/) & b'],
  // texts, fields and brackets
  ['envelope = <>', 'envelope = "<>"'],
  ['a =<>', 'a ="<>"'],
  ['sender = anna@contoso.com', 'sender = "anna@contoso.com"'],
  ['event = “x y” or event = „z“', 'event = "x y" or event = "z"'],
  ['${sender} = "x" and @sender = "y"', 'sender = "x" and sender = "y"'],
  ['$contains(a "x")', '$contains(a, "x")'],
  ['$contains(a; "x")', '$contains(a, "x")'],
  ['$contains(a, "x" and b = 1', '$contains(a, "x") and b = 1'],
  ['$not($contains(a, "x")', '$not($contains(a, "x"))'],
  ['(a = 1 or b = 2', '(a = 1 or b = 2)'],
  ['a in ["x", "y"', 'a in ["x", "y"]'],
  ['size > 10,000', 'size > 10000'],
  ['sender-department like "%x%"', '$contains(`sender-department`, "x")'],
]

for (const [source, means] of slips) {
  test(`${source} means ${means}`, t => {
    t.is(mended(source), means)
    t.deepEqual(parse(means).problems, [])
  })
}

const hinted: readonly (readonly [source: string, hint: string])[] = [
  ['a = 1; b = 2', 'write `and` or `or` between two conditions'],
  ['a = 1, b = 2', 'write `and` or `or` between two conditions'],
  ['a = 1)', 'take it out, or write the bracket that opens'],
  ['a = 1 and', 'write the other condition, or take `and` out'],
  ['and a = 1', 'write one, or take it out'],
  ['a = ', 'write a value behind it, such as `""` for a blank'],
  ['if a = 1 then 2', 'write `CONDITION ? VALUE : OTHER`; `when` of a step takes the condition alone'],
  ['size > 10k', 'write it in full, such as 10000'],
  ['a = 1 // why', 'take it out; a comment stands behind the line, outside the quotes'],
  ['$sum(a) contains b', 'write `$contains($sum(a), b)`'],
]

for (const [source, hint] of hinted) {
  test(`${source}: ${hint}`, t => {
    const { problems: [problem, ...others] } = parse(source)
    t.deepEqual(others, [])
    t.is(problem!.hint, hint)
  })
}

test('words that mean something to JavaScript mean nothing here', t => {
  for (const source of ['a constructor b', 'a toString', 'a + constructor b']) {
    for (const { hint } of parse(source).problems) t.true(hint === undefined || typeof hint === 'string')
  }
})

const right = [
  'a - b = 1', 'a -1 = 2', 'not = 1 and like = 2', 'is = in', 'a = "<>"', '-a < 3', 'between = "and"', 'contains & is',
  '$substring(a, 0, 2023 - 6)', 'a ? b : c', '[1, 2, 3]', 'a < 1 and b > 2',
]

for (const source of right) {
  test(`${source} is taken as it stands`, t => { t.deepEqual(parse(source).problems, []) })
}
