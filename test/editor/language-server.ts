// The YAML language server that editors run, driven over its standard input and output as an editor does.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../command-line.ts'
import { framed, messages } from './messages.ts'

/** A position as the protocol counts it: from 0. */
export type Position = { readonly line: number, readonly character: number }
export type Range = { readonly start: Position, readonly end: Position }
export type Finding = { readonly range: Range, readonly message: string }
export type Proposal = {
  readonly label: string
  readonly documentation?: string | { readonly value: string }
  readonly insertText?: string
  readonly insertTextFormat?: number
  readonly textEdit?: { readonly newText: string }
}

export type LanguageServer = {
  /** Opens a text under a path below the root of the project, which need not exist, and waits for what is found in it. */
  open(path: string, text: string): Promise<readonly Finding[]>
  hover(path: string, at: Position): Promise<string>
  complete(path: string, at: Position): Promise<readonly Proposal[]>
  /** Ends the server, and gives its exit code. */
  close(): Promise<number | null>
}

/** As `.vscode/settings.json` has it; the server asks for them by section. */
export type Settings = { readonly [section: string]: unknown }

const capabilities = {
  workspace: { configuration: true },
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  },
}

export async function languageServer(settings: Settings): Promise<LanguageServer> {
  const server = spawn(process.execPath, [join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'])
  const editor = connected(server, settings)
  const rootUri = String(pathToFileURL(root))
  const uriOf = (path: string): string => String(pathToFileURL(join(root, path)))
  const spot = (path: string, position: Position) => ({ textDocument: { uri: uriOf(path) }, position })

  await editor.ask('initialize', { processId: process.pid, rootUri, workspaceFolders: [{ uri: rootUri, name: 'rules' }], capabilities })
  editor.tell('initialized', {})
  editor.tell('workspace/didChangeConfiguration', { settings })

  return {
    open(path, text) {
      const uri = uriOf(path)
      const found = editor.findings(uri)
      editor.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } })
      return found
    },
    async hover(path, at) {
      const answer = await editor.ask('textDocument/hover', spot(path, at)) as { contents: { value: string } } | null
      return answer?.contents.value ?? ''
    },
    async complete(path, at) {
      const answer = await editor.ask('textDocument/completion', spot(path, at)) as { items: Proposal[] } | null
      return answer?.items ?? []
    },
    async close() {
      const ended = new Promise<number | null>(resolve => { server.once('exit', resolve) })
      await editor.ask('shutdown', null)
      editor.tell('exit', null)
      return ended
    },
  }
}

/** The two ends of the conversation: what the server asks is answered, what it answers is handed to who asked. */
function connected(server: ChildProcessWithoutNullStreams, settings: Settings) {
  const answers = new Map<number, (answer: unknown) => void>()
  const openings = new Map<string, (findings: readonly Finding[]) => void>()
  let asked = 0
  const send = (message: object): void => { server.stdin.write(framed({ jsonrpc: '2.0', ...message })) }

  const take = messages(({ id, method, params, result }) => {
    if (method === undefined) {
      answers.get(id!)?.(result)
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string, diagnostics: Finding[] }
      openings.get(uri)?.(diagnostics)
    } else if (id !== undefined) {
      send({ id, result: method === 'workspace/configuration' ? (params as { items: { section: string }[] }).items.map(({ section }) => part(settings, section)) : null })
    }
  })
  server.stdout.on('data', take)
  return {
    tell: (method: string, params: unknown): void => { send({ method, params }) },
    ask: (method: string, params: unknown): Promise<unknown> => new Promise(resolve => {
      answers.set(++asked, resolve)
      send({ id: asked, method, params })
    }),
    findings: (uri: string): Promise<readonly Finding[]> => new Promise(resolve => { openings.set(uri, resolve) }),
  }
}

/** All settings under a section such as `yaml`; those of an editor are written with dots: `yaml.hover`. */
function part(settings: Settings, section: string): object | null {
  const below = Object.entries(settings).filter(([name]) => name.startsWith(`${section}.`))
  return below.length === 0 ? null : Object.fromEntries(below.map(([name, value]) => [name.slice(section.length + 1), value]).map(nested))
}

/** `schemaStore.enable` stands in a map `schemaStore`. */
const nested = ([name, value]: unknown[]): [string, unknown] => {
  const [first = '', ...rest] = String(name).split('.')
  return [first, rest.reduceRight((inner, key) => ({ [key]: inner }), value)]
}
