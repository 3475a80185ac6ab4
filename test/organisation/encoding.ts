// Text to the bytes a PowerShell of some age writes (exchange-domain.md §5).

export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le'

/** UTF-16LE comes with a byte order mark, as Windows PowerShell writes it. */
export const encoded = (text: string, encoding: Encoding): Buffer =>
  encoding === 'utf8' ? Buffer.from(text)
    : encoding === 'utf8-bom' ? Buffer.from(`\ufeff${text}`)
      : Buffer.from(`\ufeff${text}`, 'utf16le')
