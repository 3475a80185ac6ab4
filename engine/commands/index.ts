// The commands, in the order the help shows them.
import type { Command } from './command.ts'
import check from './check.ts'
import keygen from './keygen.ts'
import run from './run.ts'
import schema from './schema.ts'
import test from './test.ts'

export const commands: readonly Command[] = [run, check, test, schema, keygen]
