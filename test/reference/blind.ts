// Conditions and values that see of identities and sensitive texts only what the privacy rules let them see: whether an
// account is inside, remote or of a kind, whether two are equal, whether a text is blank.
import type { Chooser } from './chooser.ts'
import { type Made, conditionOf } from './expressions.ts'
import { type Fields, type Known, isPrivate } from './known.ts'

const bool = (source: string, mark: Known['mark'] = 'open'): Made => ({ source, known: { type: 'boolean', list: false, mark, ...isPrivate({ mark }) ? { fixed: true } : {} } })

export function blindCondition(choose: Chooser, fields: Fields): Made {
  const open = new Map([...fields].filter(([, field]) => !isPrivate(field) && field.mark === 'open'))
  const hidden = [...fields].filter(([, field]) => isPrivate(field) && !field.list)
  const accounts = hidden.filter(([, field]) => field.type === 'account' && !field.fixed).map(([name]) => name)
  const texts = hidden.map(([name]) => name)
  switch (choose.one([0, 1, 2, 3])) {
    case 0: return conditionOf(choose, open, 1)
    case 1: if (accounts.length > 0) return bool(choose.one([`$inside(\`${choose.one(accounts)}\`)`, `$remote(\`${choose.one(accounts)}\`)`, `$kind(\`${choose.one(accounts)}\`) != "unknown"`])); break
    case 2: if (accounts.length > 1) return bool(`\`${accounts[0]}\` ${choose.one(['=', '!='])} \`${accounts[1]}\``, 'identity'); break
    case 3: if (texts.length > 0) {
      const name = choose.one(texts)
      return bool(`\`${name}\` != ""`, fields.get(name)!.mark)
    } break
  }
  return conditionOf(choose, open, 1)
}

export function blindValue(choose: Chooser, fields: Fields): Made {
  if (choose.rarely(3)) {
    const { source, known } = blindCondition(choose, fields)
    return { source: `${source} ? "yes" : "no"`, known: { ...known, type: 'text', bounded: true } }
  }
  const [name, known] = choose.one([...fields])
  return { source: `\`${name}\``, known }
}
