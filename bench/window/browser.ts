/** A Chromium on a slow desk: a window of its own, a processor slowed down, and what it says of its own speed. */
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../tools/chromium.ts'

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']

/** @throws Error where there is no Chromium and none could be installed */
export async function launchBrowser(): Promise<Browser> {
  const found = findChromium()
  if (!('path' in found)) throw new Error(found.problem)
  return chromium.launch({ executablePath: found.path, args: quiet })
}

export interface SlowPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly protocol: CDPSession
}

/** A window with nothing kept from before, on a processor that is `slowdown` times slower. */
export async function slowPage(browser: Browser, slowdown: number, context?: BrowserContext): Promise<SlowPage> {
  const window = context ?? (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } }))
  const page = await window.newPage()
  const protocol = await window.newCDPSession(page)
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await protocol.send('Network.enable')
  await protocol.send('Network.setCacheDisabled', { cacheDisabled: true })
  return { page, context: window, protocol }
}

/** Bytes of script as they came over the line, counted from now on. */
export function countScripts(protocol: CDPSession): () => { readonly bytes: number; readonly files: number } {
  const scripts = new Set<string>()
  let bytes = 0
  protocol.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  return () => ({ bytes, files: scripts.size })
}

/** When the largest thing of the page was painted, in milliseconds from the start of the navigation. */
export const largestPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((answer) => {
        let last = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) last = entry.startTime
        }).observe({ type: 'largest-contentful-paint', buffered: true })
        setTimeout(() => answer(last), 300)
      }),
  )

/** Begins to keep what the browser says of every key and click: how long until the next frame showed its effect. */
export const watchInteractions = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const slowest = new Map<number, number>()
    Object.assign(globalThis, { zhirenInteractions: slowest })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
        const { interactionId, duration } = entry
        if (interactionId > 0) slowest.set(interactionId, Math.max(slowest.get(interactionId) ?? 0, duration))
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
  })

/** The durations kept since, in milliseconds. Those under 16 ms are not told by the browser. */
export const interactionsSince = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const { zhirenInteractions } = globalThis as unknown as { zhirenInteractions: Map<number, number> }
    return [...zhirenInteractions.values()]
  })

/** Scrolls a place by so many pixels at every frame for some time; the milliseconds between the frames. */
export const scrollThrough = (page: Page, selector: string, step: number, milliseconds: number): Promise<number[]> =>
  page.evaluate(
    ([selector, step, milliseconds]) =>
      new Promise<number[]>((answer) => {
        const place = document.querySelector(selector)
        const gaps: number[] = []
        let last = performance.now()
        const end = last + milliseconds
        const frame = (now: number) => {
          gaps.push(now - last)
          last = now
          place?.scrollBy({ top: step })
          if (now < end) requestAnimationFrame(frame)
          else answer(gaps)
        }
        requestAnimationFrame(frame)
      }),
    [selector, step, milliseconds] as const,
  )

/** The value below which a share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN
}
