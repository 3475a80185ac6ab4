// Findings as they are printed: where the codes are explained is said to people at a terminal only, and once.
import test from 'ava'
import type { World } from '../../engine/commands/command.ts'
import { printFindings } from '../../engine/commands/load.ts'
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'

const finding = (severity: Diagnostic['severity'], code: Diagnostic['code']): Diagnostic => ({ code, severity, message: 'a message' })

function printed(findings: readonly Diagnostic[], terminal: boolean): { readonly text: string, readonly failed: boolean } {
  let text = ''
  const failed = printFindings(findings, new Map(), { terminal, colors: false, err: (more: string) => { text += more } } as World)
  return { text, failed }
}

const two = [finding('error', 'unknown-key'), finding('warning', 'unused-field')]

test('for a machine: the findings alone', t => {
  t.deepEqual(printed(two, false), { text: 'error unknown-key a message\n\nwarning unused-field a message\n', failed: true })
})

test('at a terminal: how to learn more about a code', t => {
  t.deepEqual(printed(two, true).text.split('\n').slice(-3), ['', 'np-pipeline help unknown-key says more, with an example; so for every code', ''])
  t.is(printed([], true).text, '')
})

test('warnings fail nothing', t => { t.false(printed([finding('warning', 'unused-field')], true).failed) })
