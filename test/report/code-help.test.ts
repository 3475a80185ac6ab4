// A code explained at a terminal.
import test from 'ava'
import { excerpt } from '../../engine/diagnostics/codes/explained.ts'
import { codeHelp } from '../../engine/report/code-help.ts'

test('summary and reason are wrapped, excerpts stand as they are', t => {
  t.is(codeHelp('a-code', {
    summary: 'A short one.', why: 'A reason that is too long for a line of so few columns.',
    rules: { bad: 'a: 1\n\nb: a line that is longer than the text around it\n', good: 'a: 2\n' },
  }, 24), [
    'a-code', '', 'A short one.', 'A reason that is too', 'long for a line of so', 'few columns.',
    '', 'Wrong:', '', '    a: 1', '', '    b: a line that is longer than the text around it',
    '', 'Right:', '', '    a: 2', '',
  ].join('\n'))
})

test('an excerpt loses the margin of the source', t => {
  t.is(excerpt`
    a:
      b: 1

    c: 2
  `, 'a:\n  b: 1\n\nc: 2\n')
})
