/** One Chromium for all journeys, a window of its own for each, and what they do there again and again. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { once } from '../src/domain/once.ts'

export const desk = { address: inject('address'), password: inject('password') }

/** Where the pictures of `picture()` go; none are taken without it. */
const pictures = process.env['ZHIREN_PICTURES']

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

/** Ends with the process of the journeys. */
const browser = once(() => chromium.launch({ executablePath: inject('chromium'), args: quiet }))

/** What is read again and again until it is as expected. */
export const soon = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 })

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained of: script errors, refused content, failed requests other than those asked for. */
  readonly complaints: string[]
}

interface Visitor {
  readonly language?: 'zh-CN' | 'en-GB'
  readonly size?: { readonly width: number; readonly height: number } | undefined
}

/** A browser window that has not signed in yet and is closed after the test. */
export async function visit({ language = 'zh-CN', size }: Visitor = {}): Promise<Visit> {
  const chrome = await browser()
  const context = await chrome.newContext({ locale: language, viewport: size ?? { width: 1440, height: 900 } })
  onTestFinished(() => context.close())
  await context.addInitScript(countAnswers)
  const page = await context.newPage()
  readings.set(page, readingsOf(page))
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    const expected = message.text().includes('status of 401')
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  return { page, context, complaints }
}

export async function signIn(page: Page, account = 'officer'): Promise<void> {
  await page.locator('input[name=username]').fill(account)
  await page.locator('input[name=current-password]').fill(desk.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/login')
}

/** Opens an address of the workbench, signed in with an account, and waits until everything asked for has come. */
export async function open({ page }: Visit, path: string, account?: string): Promise<Page> {
  await page.goto(desk.address + path)
  await page.locator('main').waitFor()
  if (new URL(page.url()).pathname === '/login') await signIn(page, account)
  await settled(page)
  return page
}

/** A window signed in with an account. */
export async function signedIn(account: string, path = '/', size?: Visitor['size']): Promise<Visit> {
  const guest = await visit({ size })
  await open(guest, path, account)
  return guest
}

interface Readings {
  readonly underWay: Set<unknown>
  /** How many have been begun. */
  begun: number
}
const readings = new WeakMap<Page, Readings>()

function readingsOf(page: Page): Readings {
  const seen: Readings = { underWay: new Set(), begun: 0 }
  page.on('request', (request) => {
    seen.begun += 1
    seen.underWay.add(request)
  })
  page.on('requestfinished', (request) => seen.underWay.delete(request))
  page.on('requestfailed', (request) => seen.underWay.delete(request))
  return seen
}

/** In the page: answers come whole, and count as read once the page has had its turn with them. */
function countAnswers(): void {
  const read = globalThis.fetch
  let reading = 0
  globalThis.fetch = async (...asked) => {
    reading += 1
    try {
      const answer = await read(...asked)
      await answer.clone().arrayBuffer()
      return answer
    } finally {
      setTimeout(() => {
        reading -= 1
      })
    }
  }
  Object.defineProperty(globalThis, 'isReading', { get: () => reading > 0 })
}

/** In the page: it has a title, nothing of it is busy, and that stays so while it is idle three times. */
async function calm(): Promise<void> {
  const waits = '.skeleton:not(.style-loading *), [aria-busy=true]'
  const isCalm = () =>
    document.querySelector('h1') && !document.querySelector(waits) && !Reflect.get(globalThis, 'isReading')
  const end = performance.now() + 20_000
  for (let times = 0; times < 3 && performance.now() < end; times = isCalm() ? times + 1 : 0) {
    await new Promise((idle) => requestIdleCallback(idle, { timeout: 1000 }))
    await new Promise((later) => setTimeout(later, 40))
  }
}

/** Nothing is being read or drawn, and no skeleton is left but the sample of the style page. */
export async function settled(page: Page): Promise<void> {
  const seen = readings.get(page)
  for (let begun = -1; seen && begun !== seen.begun; ) {
    await expect.poll(() => seen.underWay.size, { timeout: 30_000, interval: 10 }).toBe(0)
    begun = seen.begun
    // A page that has just been left cannot answer; the one after it has begun to read.
    await page.evaluate(calm).catch(() => undefined)
  }
}

const axeSource = once(() => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** Rules of WCAG 2.2 A and AA that the page breaks, of these alone where given; each with the first element concerned. */
export async function accessibilityProblems(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource())
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    // The size of targets came with WCAG 2.2; axe looks only when asked.
    const asked = runOnly ? { runOnly } : { rules: { 'target-size': { enabled: true } } }
    const { violations } = await axe.run({ ...asked, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  }, rules)
}

/** Faults of colour in the dark appearance, which follows the system; the page is light again afterwards. */
export async function problemsInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  // What reads the palette is drawn anew in the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const problems = await accessibilityProblems(page, ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  return problems.map((problem) => `in the dark, ${problem}`)
}

/** English words with Chinese marks among them (`Met（3`): a mark that was not put into a word of both languages. */
export const chineseMarks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent ?? ''
      const isSource = text.parentElement?.closest('script, style, pre')
      if (!isSource && /[a-z][，。；：（）、]|[，。；：（）、][a-z]/i.test(words)) found.push(words.slice(0, 80))
    }
    return found
  })

export async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
