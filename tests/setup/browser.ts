/** A real browser: the machine's own Chromium, or the one that npm carries. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** None of the carried browser's own arguments: they switch the web's security off. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

/**
 * Unpacks the carried browser, where the machine has none. Before the first test: two that unpack at once would start what
 * the other is still writing. @returns its program and what it needs around it; null: the machine's own is used
 */
export function unpackBrowser(): { executablePath: string; env: NodeJS.ProcessEnv } | null {
  if (installed()) return null
  const folder = join(process.cwd(), 'node_modules', '.cache', 'mot-cua-browser')
  mkdirSync(folder, { recursive: true })
  const unpacking = spawnSync(process.execPath, [join(process.cwd(), 'tests/setup/unpack-browser.mjs')], {
    env: { PATH: process.env.PATH, TMPDIR: folder },
    encoding: 'utf8',
  })
  if (unpacking.status !== 0) throw new Error(`the browser could not be unpacked: ${unpacking.stderr}`)
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: listFonts(folder) }
  return { executablePath: unpacking.stdout, env }
}

const installed = () => INSTALLED.find(path => existsSync(path))

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: installed(), args: ARGUMENTS, ...unpackBrowser() })
}

/** The letters that npm carries: its own list looks for them elsewhere, and words without letters are never too wide. */
function listFonts(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const content = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`
  // A folder that was copied lists the letters of the one that it comes from.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) {
    rmSync(file, { force: true })
    writeFileSync(file, content)
  }
  return file
}

export interface PhoneOptions {
  width?: number
  height?: number
  /** Whether the app may lay itself by for a day without a network; what it laid by answers in the network's place. */
  keepsProgram?: boolean
}

/** A page the size of a cheap phone that fails the test on any console error. */
export async function openPhone(
  browser: Browser,
  { width = 390, height = 844, keepsProgram = false }: PhoneOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
    serviceWorkers: keepsProgram ? 'allow' : 'block',
  })
  const page = await context.newPage()
  page.on('close', () => void context.close().catch(() => null))
  const complaints: string[] = []
  page.on('console', message => {
    if (message.text().includes('registration blocked by Playwright')) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  return { page, complaints }
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe (WCAG 2.2 AA, AAA contrast, best practice) finds on the page as it stands; empty is right. */
export async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readScript())
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    const result = await axe.run(document, {
      // What is right is counted, not described: half the work.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'],
    })
    return result.violations
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
}

async function readScript(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(axeFile, 'utf8')
}
