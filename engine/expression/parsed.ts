// JSONata's own syntax tree.

/** What is read of jsonata's tree (parser.js, processAST); `position` is the end of the node's token. */
export type Node = {
  readonly type: string
  readonly value?: unknown
  readonly position?: number
  readonly steps?: readonly Node[]
  readonly lhs?: Node
  readonly rhs?: Node
  readonly expression?: Node
  readonly expressions?: readonly Node[]
  readonly condition?: Node
  readonly then?: Node
  readonly else?: Node
  readonly procedure?: Node
  readonly arguments?: readonly Node[]
  readonly body?: Node
  readonly thunk?: boolean
  readonly signature?: unknown
  readonly stages?: readonly { readonly expr: Node, readonly position: number }[]
  readonly predicate?: readonly { readonly expr: Node, readonly position: number }[]
  readonly group?: { readonly position: number }
  readonly keepArray?: boolean
  readonly focus?: string
  readonly index?: string
}
