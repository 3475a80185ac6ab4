// Binary operators to closures; the shapes that rules are made of run on the bare cells.
import { type Compiled, condition, plain } from './compile.ts'
import { arithmetic, comparison, concatenate, contained, type Operation } from './operators.ts'
import type { Arithmetic, Comparison, Operator } from './tree.ts'
import { isList, type Item, type Value } from './values.ts'

export function compileBinary(operator: Operator, left: Compiled, right: Compiled): Compiled {
  if (operator === 'and' || operator === 'or') return connect(operator, left, right)
  if (operator === '=' || operator === '!=') {
    const direct = compareField(operator, left, right) ?? compareField(operator, right, left)
    if (direct) return direct
  }
  if (operator === 'in' && right.constant && isList(right.constant.value)) return among(left, right.constant.value)
  const [one, two] = [plain(left), plain(right)]
  const operation = operationOf(operator)
  return { evaluate: row => operation(one(row), two(row)), boolean: ['=', '!=', 'in'].includes(operator) }
}

function operationOf(operator: Operator): Operation {
  if (operator === '&') return concatenate
  if (operator === 'in') return contained
  return operator in comparison ? comparison[operator as Comparison] : arithmetic[operator as Arithmetic]
}

function connect(operator: 'and' | 'or', left: Compiled, right: Compiled): Compiled {
  const [one, two] = [condition(left), condition(right)]
  return operator === 'and'
    ? { evaluate: row => one(row) && two(row), boolean: true }
    : { evaluate: row => one(row) || two(row), boolean: true }
}

/** A field is never undefined, and a list never equals a single value: identity is all there is to ask. */
function compareField(operator: '=' | '!=', { slot }: Compiled, { constant }: Compiled): Compiled | undefined {
  if (slot === undefined || !constant || constant.value === undefined || isList(constant.value)) return undefined
  const { value } = constant
  return operator === '='
    ? { evaluate: row => row[slot] === value, boolean: true }
    : { evaluate: row => row[slot] !== value, boolean: true }
}

/** `x in [a, b]` for few members without a look-up table. */
function among(left: Compiled, members: readonly Item[]): Compiled {
  const value = plain(left)
  const { slot } = left
  const [first, second] = members
  const boolean = true
  switch (members.length) {
    case 1: return { evaluate: row => value(row) === first, boolean }
    case 2: return slot !== undefined ? { evaluate: row => row[slot] === first || row[slot] === second, boolean } : {
      evaluate: row => {
        const one = value(row)
        return one === first || one === second
      },
      boolean,
    }
  }
  const all: ReadonlySet<Value> = new Set(members)
  return { evaluate: row => all.has(value(row)), boolean }
}
