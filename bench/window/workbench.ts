/** The workbench in a browser on a slow desk: what its first page weighs, when it stands, how the roster answers keys. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { rosterFieldNames } from '../../src/domain/lexicon/roster-fields.ts'
import type { Benchmark, Budget, Comparison } from '../benchmark.ts'
import { type LargeRoster, startLargeRoster } from '../large-roster.ts'
import { versioned } from '../peers.ts'
import { spreadOf } from '../rounds.ts'
import {
  countScripts,
  interactionsSince,
  largestPaint,
  launchBrowser,
  percentile,
  scrollThrough,
  slowPage,
  watchInteractions,
} from './browser.ts'
import { type PeerTables, servePeerTables } from './peer-tables.ts'

const people = 100_000
const slowdown = 4
const rounds = 5
const slowNote = `processor slowed down ${slowdown} times, window of 1440 × 900, nothing kept in the browser's cache; server and browser on the same cores`

async function signIn(page: Page, { address, password }: LargeRoster): Promise<void> {
  await page.goto(address)
  await page.locator('input[name=username]').fill('officer')
  await page.locator('input[name=current-password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('nav').first().waitFor()
}

/** The roster with everything that it can show. */
const columns = rosterFieldNames.filter((name) => name !== 'name' && name !== 'verdict')
const wholeRoster = `/cadres?view=all&columns=${columns.join()}`

const rest = (page: Page, milliseconds: number): Promise<void> => page.waitForTimeout(milliseconds)

/** All that a first page shows is there, and nothing more is being read. */
async function standing(page: Page): Promise<void> {
  await page.locator('.home-grid, input[name=username]').waitFor()
  await page.waitForLoadState('networkidle')
}

async function firstPages(browser: Browser, office: LargeRoster, context: BrowserContext): Promise<Budget> {
  const weights: { what: string; value: number; unit: 'kB'; most: number }[] = []
  const paints: number[] = []
  const visits = [
    { what: 'script before signing in', path: '/login', context: undefined },
    { what: 'script of the home page', path: '/', context },
  ]
  for (const { what, path, context } of visits) {
    const { page, protocol } = await slowPage(browser, 1, context)
    const scripts = countScripts(protocol)
    await page.goto(office.address + path)
    await standing(page)
    weights.push({ what, value: scripts().bytes / 1000, unit: 'kB', most: 350 })
    await page.close()
  }
  for (let round = 0; round < rounds; round += 1) {
    const { page } = await slowPage(browser, slowdown, context)
    await page.goto(office.address)
    await standing(page)
    paints.push(await largestPaint(page))
    await page.close()
  }
  const { median, least, most } = spreadOf(paints)
  return {
    title: 'the first page',
    figures: [...weights, { what: 'largest paint of the home page', value: median, unit: 'ms', most: 1500 }],
    notes: [
      `largest paint: median of ${rounds}, ${Math.round(least)}–${Math.round(most)} ms; ${slowNote}`,
      'script as it comes over the line, compressed, with all headers',
    ],
  }
}

const heads = '.grid-head .sortable'

/** What an officer does in a roster, again and again: every step is one key or one click. */
async function workOnRoster(page: Page): Promise<number> {
  let steps = 0
  const press = async (key: string, times: number) => {
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press(key)
      await rest(page, 120)
      steps += 1
    }
  }
  const click = async (selector: string, at = 0) => {
    await page.locator(selector).nth(at).click()
    await rest(page, 900)
    steps += 1
  }
  await click('[role=gridcell]', 40)
  await press('Escape', 1)
  await press('ArrowDown', 25)
  await press('PageDown', 12)
  await press('ArrowRight', 25)
  await press('Space', 4)
  await press('ArrowUp', 10)
  await press('Home', 1)
  for (const at of [0, 1, 2, 3]) await click(heads, at)
  await page.keyboard.press('/')
  await rest(page, 200)
  for (const letter of 'wang') await press(letter, 1)
  await rest(page, 1200)
  await press('Backspace', 4)
  await rest(page, 1200)
  return steps
}

async function interactions(office: LargeRoster, browser: Browser, context: BrowserContext): Promise<Budget> {
  const { page } = await slowPage(browser, slowdown, context)
  await page.goto(`${office.address}${wholeRoster}`)
  await page.locator('[role=gridcell]').first().waitFor()
  await rest(page, 2000)
  await watchInteractions(page)
  const steps = await workOnRoster(page)
  const told = await interactionsSince(page)
  await page.close()
  // Steps the browser does not tell of were shorter than a frame.
  const all = [...told, ...Array.from({ length: Math.max(0, steps - told.length) }, () => 16)]
  return {
    title: `interactions on a roster of ${people.toLocaleString('en')}`,
    figures: [
      {
        what: 'until the next paint, 95 % of all keys and clicks',
        value: percentile(all, 0.95),
        unit: 'ms',
        most: 200,
      },
      { what: 'the longest', value: Math.max(...all), unit: 'ms', most: 500 },
    ],
    notes: [`${steps} keys and clicks, median ${Math.round(percentile(all, 0.5))} ms; ${slowNote}`],
  }
}

interface Scrolled {
  readonly name: string
  readonly address: string
  /** What scrolls. */
  readonly place: string
}

async function scrolling(
  browser: Browser,
  office: LargeRoster,
  tables: PeerTables,
  context: BrowserContext,
): Promise<readonly (Comparison | Budget)[]> {
  const contestants: readonly Scrolled[] = [
    {
      name: 'ours, rows read from the server',
      address: `${office.address}${wholeRoster}`,
      place: '.grid',
    },
    {
      name: `${versioned('antd')}, Table virtual, rows in memory`,
      address: `${tables.address}/antd.html?rows=${people}`,
      place: '.ant-table-tbody-virtual-holder',
    },
    {
      name: `${versioned('ag-grid-community')}, rows in memory`,
      address: `${tables.address}/ag-grid.html?rows=${people}`,
      place: '.ag-grid-viewport',
    },
  ]
  const pages: Page[] = []
  for (const { address, place } of contestants) {
    const { page } = await slowPage(browser, slowdown, context)
    await page.goto(address)
    await page.locator(place).waitFor()
    await rest(page, 3000)
    pages.push(page)
  }
  const laps = contestants.map((): number[] => [])
  let longest = 0
  for (let round = 0; round < rounds; round += 1)
    for (const [at, { place }] of contestants.entries()) {
      const page = pages[at]
      if (!page) continue
      await page.bringToFront()
      const gaps = await scrollThrough(page, place, 180, 4000)
      laps[at]?.push(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / 1000)
      if (at === 0) longest = Math.max(longest, ...gaps)
    }
  for (const page of pages) await page.close()
  const [ours = []] = laps
  const standings = contestants.map(({ name }, at) => ({
    name,
    seconds: spreadOf(laps[at] ?? []),
    ratio: spreadOf((laps[at] ?? []).map((lap, round) => lap / (ours[round] ?? Number.NaN))),
  }))
  return [
    {
      title: `scrolling through ${people.toLocaleString('en')} × ${columns.length}, from frame to frame`,
      work: 1,
      unit: 'frames',
      standings,
      checked: 'nothing: each shows rows of its own, as many and as wide',
      notes: [`180 pixels at every frame for 4 s, ${rounds} times in turn; ${slowNote}`],
    },
    {
      title: 'scrolling without a dropped second',
      figures: [{ what: 'longest wait for a frame of ours', value: longest, unit: 'ms', most: 1000 }],
      notes: [],
    },
  ]
}

export const workbench: Benchmark = {
  peers: ['ag-grid-community'],
  run: async () => {
    const office = await startLargeRoster(people)
    try {
      return await measure(office)
    } finally {
      await office.close()
    }
  },
}

export async function measure(office: LargeRoster): Promise<readonly (Comparison | Budget)[]> {
  const tables = await servePeerTables()
  const browser = await launchBrowser()
  try {
    const { page, context } = await slowPage(browser, 1)
    await signIn(page, office)
    return [
      await firstPages(browser, office, context),
      await interactions(office, browser, context),
      ...(await scrolling(browser, office, tables, context)),
    ]
  } finally {
    await browser.close()
    tables.close()
  }
}
