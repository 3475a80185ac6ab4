// resolve: a rule file with all it includes and extends, as one file.
import type { Command } from './command.ts'

const resolve: Command = {
  name: 'resolve',
  summary: 'Print a rule file with all it includes and extends as one, and where each value comes from.',
  arguments: '<rules>',
  options: [
    { flags: '--set <param=value>', about: 'The value of a parameter; lists with commas: --set domains=a.com,b.com', repeat: true },
    { flags: '--format <format>', about: 'yaml, with the origins as comments; or json, with the origins by path.', choices: ['yaml', 'json'] },
  ],
  examples: [
    'np-pipeline resolve rules/customers/fabrikam/emails.yaml',
    'np-pipeline resolve rules/emails.yaml --set domains=contoso.com',
  ],
  fails: 'Where a rule file has an error.',
  async run([file = ''], options, world) {
    const { printFindings, readRules } = await import('./load.ts')
    const { readWishes } = await import('./wishes.ts')
    const { checkRules } = await import('../check/rules.ts')
    const { readParams } = await import('../check/params.ts')
    const { pick } = await import('../load/pick.ts')
    const { checkSettings } = await import('../run/prepare.ts')
    const { resolvedTree } = await import('../report/resolve-tree.ts')
    const wishes = readWishes({ set: options['set'] }, world)
    const { loaded, diagnostics, texts } = readRules(file)
    const checked = loaded && checkRules(loaded, new Map(), true)
    if (printFindings([...diagnostics, ...checked?.diagnostics ?? []], texts, world) || !loaded || !checked) return 1
    checkSettings(readParams(pick(loaded.merged, 'params'), new Map(), true, () => {}), wishes)
    const tree = resolvedTree(loaded, wishes.settings)
    if (options['format'] === 'json') {
      const { resolveJson } = await import('../report/resolve-json.ts')
      world.out(`${JSON.stringify(resolveJson(loaded, tree), undefined, 2)}\n`)
    } else {
      const { resolveText } = await import('../report/resolve-text.ts')
      const { allSteps } = await import('../plan/steps.ts')
      const { steps: stepTypes } = await import('../steps/index.ts')
      const keyed = checked.plan !== undefined && allSteps(checked.plan).some(step => stepTypes.find(({ name }) => name === step.type)?.keyed)
      world.out(resolveText(loaded, tree, { color: world.colors, keyed }))
      const { codesOfAlone } = await import('../report/resolve-alone.ts')
      const codes = codesOfAlone(loaded, resolveText(loaded, tree, { color: false, keyed }))
      if (codes.length > 0) world.err(`As a file of its own this does not pass the check (${codes.join(', ')}): an overlay took away what a library relies on.\n`)
    }
    return 0
  },
}

export default resolve
