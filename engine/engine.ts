// Who we are, for the run record and --version.
import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { name: string, version: string }

export const engine = { name: manifest.name, version: manifest.version } as const
