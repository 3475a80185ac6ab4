// Why a run would refuse records: by field, column and reason, never by a value.
import type { Code } from '../diagnostics/codes.ts'
import type { FieldPlan, InputPlan } from '../plan/plan.ts'
import { grouped } from '../report/summary.ts'
import { wanted } from './fit.ts'
import type { Trial } from './tallies.ts'

/** `columns` are those that fields are read from. */
export function refusalTexts(
  { name, fields }: InputPlan, columns: ReadonlyMap<string, string>, { records, refusals }: Trial,
): readonly string[] {
  return refusals.map(({ field, step, code, count }) => {
    const plan = fields.find(one => one.name === field)
    const reason = field === undefined ? 'their shape' : fieldText(field, columns.get(field), reasonOf(code, plan))
    const where = step === undefined ? '' : ` at step ${step}`
    return `${name}: a run would refuse ${grouped(count)} of ${grouped(records)} records: ${reason}${where} (${code})`
  })
}

/** `type, read from Typ, is no whole number` */
const fieldText = (field: string, column: string | undefined, reason: string | undefined): string =>
  [field, column === undefined ? [] : `read from ${column}`, reason ?? []].flat().join(', ')

function reasonOf(code: Code, plan: FieldPlan | undefined): string | undefined {
  if (code !== 'bad-cell' || !plan) return reasons[code]
  const what = wanted(plan)
  return what.startsWith('a ') ? `is no ${what.slice(2)}` : `is not ${what}`
}

const reasons: { readonly [Reason in Code]?: string } = {
  'blank-message-id': 'is blank', 'bad-time': 'is a time that does not exist',
}
