// The commands, in the order the help shows them.
import type { Command } from './command.ts'
import check from './check.ts'
import convert from './convert.ts'
import diff from './diff.ts'
import explain from './explain.ts'
import fingerprint from './fingerprint.ts'
import help from './help.ts'
import init from './init.ts'
import keygen from './keygen.ts'
import preview from './preview.ts'
import resolve from './resolve.ts'
import review from './review.ts'
import run from './run.ts'
import schema from './schema.ts'
import test from './test.ts'
import verify from './verify.ts'

export const commands: readonly Command[] = [run, check, test, init, preview, explain, resolve, diff, review, verify, convert, schema, keygen, fingerprint, help]
