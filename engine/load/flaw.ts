// Something in the text of a rule file that this tool does not take.

/** Offsets are UTF-16 units into the text of the file. After `yaml-syntax` the rest cannot be relied upon. */
export type Flaw = {
  readonly code: 'yaml-syntax' | 'duplicate-key' | 'bad-name' | 'wrong-value'
  readonly from: number
  readonly to: number
  readonly message: string
  readonly hint?: string
  /** What should stand there instead, where there is one answer. */
  readonly replace?: string
  /** Two maps were taken for one: what stands in them is not to be relied upon either. */
  readonly joined?: true
  readonly earlier?: { readonly from: number, readonly to: number, readonly text: string }
}
