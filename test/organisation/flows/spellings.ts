// The same person under many names.
import { encapsulate } from '../distinguished-name.ts'
import { cc, compose, to } from '../mail.ts'
import { stranger } from '../party.ts'
import { travel } from '../travel.ts'
import { colleague, colleagues, pair } from './flow.ts'
import type { Flow } from './flow.ts'

/** RESOLVE turns the alias into the primary address, which DELIVER shows (exchange-domain.md §2). */
export const toAlias: Flow = world => {
  const [sender, ...others] = colleagues(world, 3)
  return travel(
    world, compose(world, sender ?? colleague(world)),
    others.map(one => to(one, world.random.pick(one.aliases).toUpperCase())),
  )
}

/** Addresses know no case (exchange-domain.md §7). */
export const fromUpperCase: Flow = world => {
  const [sender, recipient] = pair(world)
  return travel(world, compose(world, sender, { from: sender.typed.toUpperCase() }), [to(recipient)])
}

/** `sender-address` is the From header, and may be any address of the sender (exchange-domain.md §2). */
export const fromAlias: Flow = world => {
  const [sender, recipient] = pair(world)
  const outsider = world.random.pick(world.outsiders)
  return travel(
    world, compose(world, sender, { from: world.random.pick(sender.aliases) }), [to(recipient), cc(outsider)],
  )
}

/** The Exchange address itself, `/o=…/cn=…` (exchange-domain.md §7). */
export const fromLegacyDn: Flow = world => {
  const [sender, recipient] = pair(world)
  const x500 = world.random.chance(0.5) ? sender.legacyDn : sender.legacyDn.toUpperCase()
  return travel(world, compose(world, sender, { from: x500, returnPath: sender.typed }), [to(recipient)])
}

/**
 * `IMCEAEX-_o=…`: an Exchange address in an SMTP one, of now or of a former organisation (exchange-domain.md §2,
 * [D6]).
 */
export const fromEncapsulated: Flow = world => {
  const [sender, recipient] = pair(world)
  const former = sender.proxyAddresses.find(one => one.startsWith('X500:'))?.slice('X500:'.length)
  const x500 = world.random.chance(0.5) ? sender.legacyDn : former ?? sender.legacyDn
  return travel(
    world, compose(world, sender, { from: encapsulate(x500, world.domain), returnPath: sender.typed }), [to(recipient)],
  )
}

/** The same, of somebody no longer in the directory: not a person, and never an outsider (exchange-domain.md §2). */
export const fromEncapsulatedStranger: Flow = world => {
  const from = encapsulate('/o=OldOrg/ou=First Administrative Group/cn=Recipients/cn=GONE', world.domain)
  return travel(world, compose(world, stranger('unknown', from)), [to(colleague(world))])
}

/**
 * `'o''brien@contoso.com'`: a member of a list that holds a single quote is wrapped in such quotes (exchange-domain.md
 * §1).
 */
export const singleQuote: Flow = world => {
  const irish = world.random.pick(world.colleagues.filter(({ address }) => address.includes("'")))
  const [one, other] = pair(world)
  return travel(world, compose(world, one), [to(irish), to(other)])
}

/** An alias that two accounts claim names neither (design.md §3, Identities). */
export const fromContestedAlias: Flow = world =>
  travel(world, compose(world, stranger('unknown', world.contested)), [to(colleague(world))])
