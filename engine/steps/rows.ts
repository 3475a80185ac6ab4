// rows: several rows from one, each with some fields of its own.
import { either, type Known } from '../expression/known.ts'
import { type Field, type Row, chosenBy } from '../spec/field.ts'
import { type Flow, derived, defineStep, withFields } from '../spec/step.ts'
import { listed, option } from '../spec/option.ts'

export default defineStep({
  name: 'rows',
  summary: 'Several rows from one: each item of the list gives a row with these fields set, and all other fields as they are. '
    + 'Every item sets the same fields; all expressions read the row as it was before the step.',
  privacy: 'A field carries the highest mark of what its expressions read, over all items; only functions that say so lower it. As after '
    + 'set, no later step or function but hash lowers what was computed.',
  options: { [listed]: option.expression('What the field becomes in this row.') },
  examples: [{
    title: 'A group for the department and one for the division it belongs to',
    options: [
      { id: '"Department:" & department', category: '"Department"', parent: 'division = "" ? "" : "Division:" & division' },
      { id: '"Division:" & division', category: '"Division"', parent: '""' },
    ],
    given: [{ department: 'Sales', division: 'North' }],
    expect: [
      { id: 'Department:Sales', category: 'Department', parent: 'Division:North', division: 'North' },
      { id: 'Division:North', category: 'Division', parent: '', division: 'North' },
    ],
  }],
  flow({ [listed]: items }, flow) {
    const names = [...new Set(items.flatMap(item => Object.keys(item)))]
    items.forEach((item, index) => {
      const lacking = names.filter(name => !Object.hasOwn(item, name))
      if (lacking.length > 0) {
        flow.problem('missing-key', `this row lacks ${lacking.map(name => `"${name}"`).join(', ')}, which another has`,
          `write ${lacking.map(name => `\`${name}: '""'\``).join(', ')} for a blank`, index)
      }
    })
    return withFields(flow.shape, names.map(name => {
      const judged = items.flatMap((item, index) => item[name] ? [{ index, field: flow.judge(item[name], index, name) }] : [])
      return [name, joined(name, judged, flow)] as const
    }))
  },
  effects: ({ [listed]: items }, seen) => ({
    fields: Object.keys(items[0]!).map(field => {
      const expressions = items.flatMap(item => item[field] ?? [])
      return {
        field, of: [...new Set(expressions.flatMap(seen.reads))],
        text: `One row becomes ${items.length}. Computed in each:`, code: expressions.map(seen.text),
      }
    }),
  }),
  run({ [listed]: items }, work) {
    const names = Object.keys(items[0]!)
    const slots = names.map(work.slot)
    const values = items.map(item => names.map(name => work.expression(item[name]!)))
    let copy: Row = []
    return {
      rows: next => row => {
        // Before the first row goes on: a row of which one part fails is refused as a whole.
        const made = values.map(cells => cells.map(value => value(row)))
        work.add(made.length - 1)
        for (let index = 0; index < made.length; index++) {
          const last = index === made.length - 1
          // The steps behind change the row they get, so all but the last get a copy; one serves them all.
          if (!last) for (let cell = 0; cell < row.length; cell++) copy[cell] = row[cell]!
          const one = last ? row : copy
          for (let place = 0; place < slots.length; place++) one[slots[place]!] = made[index]![place]!
          next(one)
        }
      },
    }
  },
})

type Judged = { readonly index: number, readonly field: Field }

/** One field for what the items make of it: as private as the most private, of their type where they share one. */
function joined(name: string, judged: readonly Judged[], flow: Flow): Field {
  checkForms(name, judged, flow)
  const { type, list, mark, chosen, values } = judged.map(({ field }) => known(field)).reduce(either)
  const fields = judged.map(({ field }) => field)
  const { index } = judged.find(({ field }) => field.mark === mark)!
  return derived(fields, flow.place(index, name), `${name} is set from an expression`, {
    type, list, mark, ...chosenBy(chosen), ...(values ? { values } : {}), ...(fields.some(field => field.broken) ? { broken: true } : {}),
  })
}

/** What can only be blank fits every type. */
const isBlank = ({ values }: Field): boolean => values?.length === 0
const known = (field: Field): Known => isBlank(field) ? { ...field, blank: true } : field

/** Cells of one field have one form: texts do not stand beside numbers, nor lists beside single values. */
function checkForms(name: string, judged: readonly Judged[], flow: Flow): void {
  const sound = judged.filter(({ field }) => !field.broken)
  const first = sound.find(({ field }) => !isBlank(field)) ?? sound[0]
  for (const { index, field } of sound) {
    if (field.list !== first!.field.list) {
      flow.problem('wrong-field-type', `"${name}" is a list in one row and a single value in another`,
        'write `[]` for an empty list, `[…]` around one value', index, name)
    } else if (!isBlank(field) && formOf(field) !== formOf(first!.field)) {
      flow.problem('wrong-field-type', `"${name}" is ${formOf(field)} in one row and ${formOf(first!.field)} in another`,
        'make it text with $string(…), or write `""` for a blank', index, name)
    }
  }
}

const formOf = ({ type }: Field): string =>
  type === 'account' ? 'an account' : type === 'integer' ? 'a number' : type === 'boolean' ? 'true or false' : 'text'
