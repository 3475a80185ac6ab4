// Styles of text on a terminal.

export type Style = keyof typeof styles
export type Paint = (style: Style, text: string) => string

/** The codes that begin and end a style. */
const styles = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39] } as const

export const painter = (colors: boolean): Paint => (style, text) => {
  const [begin, end] = styles[style]
  return colors && text !== '' ? `\u001b[${begin}m${text}\u001b[${end}m` : text
}
