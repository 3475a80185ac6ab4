// Changes of what surrounds rows and columns: the hash, parameters, own domains, the engine.
import { type Change, paired, same, without } from './change.ts'
import { hashChanges } from './changes-hash.ts'
import type { DirectoryReview, ParamReview, Review } from './review.ts'
import { valueText } from './words.ts'

export const settingChanges = (before: Review, now: Review): readonly Change[] => [
  ...hashChanges(before, now), ...paramChanges(before, now),
  ...paired(before.directories, now.directories, ({ name }) => name).both
    .flatMap(([one, other]) => domainChanges(one, other)),
  ...before.quarantine === now.quarantine ? [] : [{
    effect: 'none' as const, where: 'quarantine',
    text: `A delivery may have ${now.quarantine} refused records; was ${before.quarantine}. They never leave.`,
  }],
  ...before.name === now.name ? []
    : [{ effect: 'none' as const, where: 'rules', text: `The export is called ${now.name}; was ${before.name}.` }],
  ...before.engine === now.engine ? [] : [{
    effect: 'unsure' as const, where: 'engine',
    text: `np-pipeline is version ${now.engine}; was ${before.engine}. What it does may differ where the rules do not.`,
  }],
]

function paramChanges(before: Review, now: Review): readonly Change[] {
  const { added, removed, both } = paired(before.params, now.params, ({ name }) => name)
  // What shows as domains of a directory is said there.
  const domains = (review: Review): readonly string[] =>
    review.directories.flatMap(one => [JSON.stringify(one.domains), JSON.stringify(one.cloudDomains)])
  const isDomains = (one: ParamReview, other: ParamReview): boolean =>
    domains(before).includes(JSON.stringify(one.value)) && domains(now).includes(JSON.stringify(other.value))
  return [
    ...added.map((param): Change =>
      ({ effect: 'none', where: param.name, text: `A new parameter; its value is ${valueText(param)}.` })),
    ...removed.map(({ name }): Change => ({ effect: 'none', where: name, text: 'This parameter is gone.' })),
    ...both.flatMap(([one, other]) => {
      if (one.perRun !== other.perRun) return [perRunChange(other)]
      return same(one.value, other.value) || other.perRun || isDomains(one, other) ? [] : [valueChange(one, other)]
    }),
  ]
}

const valueChange = (before: ParamReview, now: ParamReview): Change =>
  ({ effect: 'unsure', where: now.name, text: `Has the value ${valueText(now)}; was ${valueText(before)}.` })

const perRunChange = ({ name, perRun }: ParamReview): Change => perRun
  ? { effect: 'unsure', where: name, text: 'Each run may now set it: the signature no longer covers its value.' }
  : { effect: 'less', where: name, text: 'Runs can no longer set it without a new signature.' }

function domainChanges(before: DirectoryReview, now: DirectoryReview): readonly Change[] {
  const own = (directory: DirectoryReview): readonly string[] => [...directory.domains, ...directory.cloudDomains]
  const [more, fewer] = [without(own(now), own(before)), without(own(before), own(now))]
  const { name: where } = now
  return [
    ...more.length === 0 ? [] : [{
      effect: 'more' as const, where,
      text: `People at these domains are colleagues now, with pseudonyms of their own: ${more.join(', ')}.`,
    }],
    ...fewer.length === 0 ? []
      : [{ effect: 'unsure' as const, where, text: `People at these domains are outsiders now: ${fewer.join(', ')}.` }],
  ]
}
