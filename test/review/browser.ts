// A browser for tests, where this computer has one.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** The path of Chromium or Chrome, or in one line why there is none. What `named` (NP_CHROMIUM) says decides alone. */
export function browserPath(
  named: string | undefined,
  exists = existsSync,
): { readonly path: string } | { readonly reason: string } {
  if (named !== undefined && named !== '') {
    return exists(named) ? { path: named } : { reason: 'did not run: there is no browser at the path in NP_CHROMIUM' }
  }
  const path = usual.find(one => exists(one))
  return path === undefined
    ? { reason: 'did not run: no Chromium or Chrome was found; NP_CHROMIUM can give its path' }
    : { path }
}

/** Starts it without a window and without its own talk to the network; or says in one line why it did not. */
export async function openBrowser(): Promise<Browser | string> {
  const found = browserPath(process.env['NP_CHROMIUM'])
  if ('reason' in found) return found.reason
  try {
    return await chromium.launch({
      executablePath: found.path,
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync',
      ],
    })
  } catch {
    // Some systems have a stub in its place that only says how to install it.
    return `did not run: ${found.path} does not start; NP_CHROMIUM can give the path of another Chromium or Chrome`
  }
}
