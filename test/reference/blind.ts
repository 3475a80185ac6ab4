// Conditions and values that see of identities and sensitive texts only what the privacy rules let them see: whether an
// account is inside, remote or of a kind, whether two are equal, whether a text is blank.
import type { Chooser } from './chooser.ts'
import { type Made, conditionOf } from './expressions.ts'
import { type Fields, isPrivate } from './known.ts'

const bool = (source: string): Made => ({ source, known: { type: 'boolean', list: false, mark: 'open' } })

export function blindCondition(choose: Chooser, fields: Fields): Made {
  const open = new Map([...fields].filter(([, field]) => !isPrivate(field) && field.mark === 'open'))
  const hidden = [...fields].filter(([, field]) => isPrivate(field) && !field.list)
  const accounts = hidden.filter(([, field]) => field.type === 'account').map(([name]) => name)
  const texts = hidden.map(([name]) => name)
  switch (choose.one([0, 1, 2, 3])) {
    case 0: return conditionOf(choose, open, 1)
    case 1: if (accounts.length > 0) return bool(choose.one([`$inside(\`${choose.one(accounts)}\`)`, `$remote(\`${choose.one(accounts)}\`)`, `$kind(\`${choose.one(accounts)}\`) != "unknown"`])); break
    case 2: if (accounts.length > 1) return bool(`\`${accounts[0]}\` ${choose.one(['=', '!='])} \`${accounts[1]}\``); break
    case 3: if (texts.length > 0) return bool(`\`${choose.one(texts)}\` != ""`); break
  }
  return conditionOf(choose, open, 1)
}

export function blindValue(choose: Chooser, fields: Fields): Made {
  if (choose.rarely(3)) {
    const { source } = blindCondition(choose, fields)
    return { source: `${source} ? "yes" : "no"`, known: { type: 'text', list: false, mark: fields.size > 0 && /subject|message|sender|to|number|found|made|other/.test(source) && !/^\$(inside|remote|kind)/.test(source) ? 'sensitive' : 'open', bounded: true } }
  }
  const [name, known] = choose.one([...fields])
  return { source: `\`${name}\``, known }
}
