// Expressions of rule files: parsed and judged once, compiled once, run for every row.
export { compile, compileCondition } from './compile.ts'
export { ExpressionFailed, type Reason } from './failed.ts'
export { type ExpressionFunction, signature } from './functions/declaration.ts'
export { functions } from './functions/index.ts'
export { judge } from './judge.ts'
export { limits } from './limits.ts'
export { parse } from './parse.ts'
export type { Expression } from './tree.ts'
