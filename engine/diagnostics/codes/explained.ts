// How a code explains itself: one record, from which the help, docs/codes.md and a test are made.

/** The same spot twice: once as it gives the code, once as it does not. */
export type Excerpts = { readonly bad: string, readonly good: string }

/** Parts of a rule file: sections that stand in place of those of `surroundings.ts`, or a whole overlay. */
type OfCheck = { readonly check: Excerpts }
/** The same, for what only a run or a test of the rules can find. */
type OfRun = { readonly rules: Excerpts }
type OfInput = { readonly input: Excerpts }
type OfCommandLine = { readonly commands: Excerpts }

/** `summary` is one sentence: what the code means. `why` says why it matters, and what else to know. */
export type Explained = { readonly summary: string, readonly why: string } & (OfCheck | OfRun | OfInput | OfCommandLine)

/** A piece of text as it stands in a file, without the margin it has in the source. */
export function excerpt([text = '']: TemplateStringsArray): string {
  const lines = text.split('\n').slice(1, -1)
  const margin = Math.min(...lines.filter(line => line.trim() !== '').map(line => line.search(/\S/)))
  return lines.map(line => `${line.slice(margin)}\n`).join('')
}
