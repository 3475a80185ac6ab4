// diff: two rule files, or two versions of one, in words and on data.
import type { Loaded } from '../load/rules.ts'
import type { Command } from './command.ts'

const diff: Command = {
  name: 'diff',
  summary: 'Compare two rule files, such as a customer and its base: what leaves otherwise, in words and on data. Writes nothing.',
  arguments: '<before> <after>',
  options: [
    { flags: '--input <name=files>', about: 'The files of an input, for both; without any, the samples where both have the same.', repeat: true },
    { flags: '--without <name>', about: 'Leave an optional input out, such as people.', repeat: true },
    { flags: '--set <param=value>', about: 'The value of a parameter in both; lists with commas: --set domains=a.com,b.com', repeat: true },
    { flags: '--encoding <name=encoding>', about: 'The encoding of an input that does not tell it, such as tracking=windows-1250.', repeat: true },
    { flags: '--fail-on-change', about: 'Exit with 1 when anything differs.' },
    { flags: '--format <format>', about: 'text for people, json for machines.', choices: ['text', 'json'] },
  ],
  examples: [
    'np-pipeline diff rules/emails.yaml rules/customers/fabrikam/emails.yaml',
    'np-pipeline diff before.yaml after.yaml --input tracking="logs/MSGTRK*.LOG" --without people --fail-on-change',
  ],
  fails: 'Where a rule file has an error; with --fail-on-change also where anything differs.',
  async run([first, second], options, world) {
    const { printFindings, readRules } = await import('./load.ts')
    const { readWishes } = await import('./wishes.ts')
    const { checkRules } = await import('../check/rules.ts')
    const wishes = readWishes(options, world)
    const versions = [first!, second!].map(file => {
      const { loaded, diagnostics, texts } = readRules(file)
      const checked = loaded && checkRules(loaded, new Map(), true)
      const errors = [...diagnostics, ...checked?.diagnostics ?? []].filter(({ severity }) => severity === 'error')
      return { loaded, broken: printFindings(errors, texts, world) }
    })
    const [before, after] = versions
    if (!before?.loaded || !after?.loaded || before.broken || after.broken) return 1
    const { compare, differs } = await import('../compare/compare.ts')
    const { resolvedTree } = await import('../report/resolve-tree.ts')
    const { randomBytes } = await import('node:crypto')
    const { keyOf } = await import('../hash/key.ts')
    const { newKey } = await import('../hash/keygen.ts')
    // No value of the samples stands for one that is missing here: it would look like a difference.
    const side = (loaded: Loaded) => ({ loaded, plan: checkRules(loaded, new Map(), false).plan, tree: resolvedTree(loaded, new Map(), '.') })
    const comparison = await compare(side(before.loaded), side(after.loaded), wishes, () => keyOf(newKey(randomBytes)))
    const changed = differs(comparison)
    if (options['format'] === 'json') {
      const { diffJson } = await import('../report/diff-json.ts')
      world.out(`${JSON.stringify(diffJson(comparison, changed), undefined, 2)}\n`)
    } else {
      const { diffText } = await import('../report/diff-text.ts')
      world.out(diffText(comparison))
    }
    return options['failOnChange'] && changed ? 1 : 0
  },
}

export default diff
