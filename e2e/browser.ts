/** One Chromium for a file of journeys, and a signed-in page for each journey. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export interface Desk {
  readonly address: string
  readonly password: string
  /** Where the pictures of `picture()` go; none are taken without it. */
  readonly pictures?: string | undefined
}

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launch = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: quiet })

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained of: script errors, refused content, failed requests other than those asked for. */
  readonly complaints: string[]
}

interface Visitor {
  readonly language?: 'zh-CN' | 'en-GB'
  readonly size?: { readonly width: number; readonly height: number }
}

/** A browser window of its own that has not signed in yet. */
export async function visit(browser: Browser, { language = 'zh-CN', size }: Visitor = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: language, viewport: size ?? { width: 1440, height: 900 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    const expected = message.text().includes('status of 401')
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  return { page, context, complaints }
}

export async function signIn(page: Page, desk: Desk, account = 'officer'): Promise<void> {
  await page.locator('input[name=username]').fill(account)
  await page.locator('input[name=current-password]').fill(desk.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/login')
}

/** Opens an address of the workbench as a signed-in reader and waits until everything asked for has come. */
export async function open(visit: Visit, desk: Desk, path: string): Promise<Page> {
  const { page } = visit
  await page.goto(desk.address + path)
  await page.locator('main').waitFor()
  if (new URL(page.url()).pathname === '/login') await signIn(page, desk)
  await settled(page)
  return page
}

/** Nothing is being read and no skeleton is left. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

const axeSource = (): string => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules of WCAG 2.2 A and AA that the page breaks, each with the first element concerned. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource())
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  })
}

export async function picture(page: Page, desk: Desk, name: string): Promise<void> {
  if (!desk.pictures) return
  mkdirSync(desk.pictures, { recursive: true })
  await page.screenshot({ path: join(desk.pictures, `${name}.png`) })
}
