// A browser for tests, where this computer has one.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const known = [
  process.env['NP_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** The path of Chromium or Chrome; undefined where neither is installed. */
export const browserPath: string | undefined = known.find(path => path !== undefined && existsSync(path))

/** Starts it without a window, and without its own talk to the network. */
export const openBrowser = (path: string): Promise<Browser> => chromium.launch({
  executablePath: path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
