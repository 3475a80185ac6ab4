// Rows that stand in the logs more than once, byte for byte: overlapping ranges, a second run (calendar-domain.md (d)).
import { meet } from '../copies.ts'
import { compose } from '../meeting.ts'
import { pair } from '../setting.ts'
import type { Kind } from './kind.ts'

export const repeated: Kind = setting => {
  const [host, guest] = pair(setting)
  const rows = meet(setting, compose(setting, host, [guest]), host)
  return [...rows, ...rows]
}
