// Messages of the language server protocol in a stream of bytes: a header with the length, a blank line, JSON.

export type Message = { readonly id?: number, readonly method?: string, readonly params?: unknown, readonly result?: unknown }

const separator = '\r\n\r\n'

export const framed = (message: object): Buffer => {
  const content = Buffer.from(JSON.stringify(message))
  return Buffer.concat([Buffer.from(`Content-Length: ${content.length}${separator}`), content])
}

/** Takes the stream in pieces of any length, and hands on each message as it is complete. */
export function messages(receive: (message: Message) => void): (piece: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  return piece => {
    rest = Buffer.concat([rest, piece])
    for (;;) {
      const head = rest.indexOf(separator)
      const start = head + separator.length
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, Math.max(0, head)))?.[1])
      if (head < 0 || rest.length < start + length) return
      receive(JSON.parse(rest.toString('utf8', start, start + length)) as Message)
      rest = Buffer.from(rest.subarray(start + length))
    }
  }
}
