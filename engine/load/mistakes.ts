// The YAML parser's errors in our own words: its texts may quote the file, which can be any file an overlay points to.
import type { ErrorCode, YAMLError } from 'yaml'
import type { Flaw } from './flaw.ts'

/**
 * What the parser found, one mistake a line: the first is the cause, what follows on its line are consequences. So is
 * what it finds at the beginning of a line after any mistake: it does not know any more which map the line belongs to.
 */
export function mistakes(errors: readonly YAMLError[], text: string): readonly Flaw[] {
  const flaws: Flaw[] = []
  let lineEnd = -1
  for (const { code, pos } of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    if (pos[0] <= lineEnd) continue
    const lineStart = text.lastIndexOf('\n', pos[0] - 1) + 1
    const begins = text.slice(lineStart, pos[0]).trim() === ''
    const tab = begins && text.slice(lineStart, pos[0]).includes('\t')
    const from = tab ? lineStart : begins && code !== 'TAB_AS_INDENT' ? pos[0] + text.slice(pos[0]).search(/\S|$/) : pos[0]
    const next = text.indexOf('\n', from)
    lineEnd = next < 0 ? text.length : next
    if (begins && flaws.length > 0) continue
    const [message, hint] = wordings[tab ? 'TAB_AS_INDENT' : code]
    const end = tab ? pos[0] : code === 'BAD_INDENT' ? from + text.slice(from, lineEnd).search(/:(?:\s|$)|$/) : pos[1]
    flaws.push({ code: 'yaml-syntax', from, to: Math.max(from, Math.min(end, lineEnd)), message, hint })
  }
  return flaws
}

const quote = 'put the whole text in single quotes'
const noSharing = 'write the part out; to share it, use `include` or `params`'

const wordings: Readonly<Record<ErrorCode, readonly [message: string, hint: string]>> = {
  ALIAS_PROPS: ['an alias (*) may not stand in a rule file', noSharing],
  BAD_ALIAS: ['an alias (*) may not stand in a rule file', noSharing],
  BAD_COLLECTION_TYPE: ['a tag (!) may not stand in a rule file', 'delete the tag'],
  BAD_DIRECTIVE: ['a directive (a line that begins with %) may not stand in a rule file', 'delete the line'],
  BAD_DQ_ESCAPE: ['double quotes do not know this escape', 'use single quotes, where a backslash is a backslash'],
  BAD_INDENT: [
    'the indentation does not fit the lines around it',
    'begin the keys of one map, and the items of one list, in the same column',
  ],
  BAD_PROP_ORDER: ['a tag (!) or anchor (&) may not stand in a rule file', 'delete it'],
  BAD_SCALAR_START: ['text cannot begin with this character', quote],
  BLOCK_AS_IMPLICIT_KEY: [
    'a key cannot stand here',
    'keys of a map stand on lines of their own, all in one column; or inside { }',
  ],
  BLOCK_IN_FLOW: [
    'lines with a key or a dash cannot stand inside { } or [ ]',
    'write the inner part with { } or [ ] too',
  ],
  DUPLICATE_KEY: ['the same key stands twice in one map', 'rename or delete one of them'],
  IMPOSSIBLE: ['the text is not YAML', quote],
  KEY_OVER_1024_CHARS: ['a key is longer than 1024 characters', 'is a quote missing before?'],
  MISSING_CHAR: [
    'something is missing here: a comma, a blank, or the colon after a key',
    'write it, or put the whole text in single quotes',
  ],
  MULTILINE_IMPLICIT_KEY: ['a key must stand on one line', 'is the colon after the key before, or a quote, missing?'],
  MULTIPLE_ANCHORS: ['an anchor (&) may not stand in a rule file', 'delete it'],
  MULTIPLE_DOCS: ['a second document begins here', 'a rule file is one document; move this to a file of its own'],
  MULTIPLE_TAGS: ['a tag (!) may not stand in a rule file', 'delete it'],
  NON_STRING_KEY: ['a key must be text', 'put text that begins with { or [ in single quotes'],
  RESOURCE_EXHAUSTION: ['the text is nested too deep', 'no rule needs that; make it flatter'],
  TAB_AS_INDENT: ['a tab stands where lines are indented', 'indent with blanks'],
  TAG_RESOLVE_FAILED: ['a tag (!) may not stand in a rule file', 'delete the tag'],
  UNEXPECTED_TOKEN: ['this cannot stand here', 'is a comma, a quote or a bracket missing before, or one too many?'],
}
