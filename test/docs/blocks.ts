// The fenced blocks of a page.

/** `info` is what stands behind the three backticks, such as `yaml part`; `line` is that line, from 1. */
export type Block = { readonly info: string, readonly text: string, readonly line: number }

/** The blocks of a page in their order, without the fences. */
export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = []
  let open: { readonly info: string, readonly line: number, readonly lines: string[] } | undefined
  for (const [index, text] of page.split('\n').entries()) {
    if (!text.startsWith('```')) open?.lines.push(text)
    else if (open) {
      blocks.push({ info: open.info, line: open.line, text: `${open.lines.join('\n')}\n` })
      open = undefined
    } else open = { info: text.slice(3).trim(), line: index + 1, lines: [] }
  }
  if (open) throw new Error(`the block that begins in line ${open.line} never ends`)
  return blocks
}

/** The page without its blocks, line by line. */
export function proseOf(page: string): readonly string[] {
  let inside = false
  return page.split('\n').map(text => {
    const fence = text.startsWith('```')
    if (fence) inside = !inside
    return inside || fence ? '' : text
  })
}
