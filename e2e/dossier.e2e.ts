/** One person's page: what was known when, what changed, the form first, and everything reached by keys. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk, open, picture, settled, soon, visit } from './browser.ts'

const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)

/** The address of somebody of whom enough is measured to be drawn. */
async function somebody(page: Page, place = 0): Promise<string> {
  const cadreId = await page.evaluate(async (at) => {
    const { rows } = await (await fetch('/api/cadres?rating=separable&role=deputy')).json()
    return rows[at].cadreId as string
  }, place)
  return `/cadres/${cadreId}`
}

/** Takes a form out, adds the result of a year long past, hands it in and applies it. */
async function supplyYear(page: Page, address: string): Promise<void> {
  await page.goto(`${desk.address}${address}`)
  await settled(page)
  await page.locator('.take-out-purpose').fill('补录')
  const takeOut = page.getByRole('button', { name: '导出 lrmx' })
  const [download] = await Promise.all([page.waitForEvent('download'), takeOut.click()])
  const form = await readFile(await download.path(), 'utf8')
  await page.goto(`${desk.address}/imports`)
  await page.locator('input[type=file]').setInputFiles({
    name: '补录.lrmx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(form.replace(/(<NianDuKaoHeJieGuo>)/, '$11999年年度考核优秀；')),
  })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: '应用', exact: true }).click({ timeout: 60_000 })
  const applying = page.getByRole('dialog')
  await applying.getByRole('button', { name: '应用', exact: true }).click()
  await applying.waitFor({ state: 'detached' })
  await page.getByText('已应用').first().waitFor()
}

test('a fact that came later vanishes when the clock is turned back by a key, and comes back', async () => {
  const guest = await visit()
  const page = await open(guest, '/imports')
  const address = await somebody(page, 6)
  await supplyYear(page, address)

  await page.goto(`${desk.address}${address}?part=history`)
  await settled(page)
  await page.getByRole('link', { name: '补录.lrmx' }).first().waitFor()
  expect(await page.locator('.history tbody tr').first().innerText()).toContain('1999')

  await page.goto(`${desk.address}${address}?part=overview`)
  await settled(page)
  const known = page.getByRole('slider', { name: '知悉截至' })
  await known.focus()
  await page.keyboard.press('ArrowLeft')
  await soon(() => parameter(page, 'known')).toBeTruthy()
  await page.locator('.clock-state').waitFor()
  expect(await page.locator('.clock-left-out').innerText()).toContain('不计')
  await picture(page, 'dossier-then')

  const parts = page.getByRole('navigation', { name: '一人一页' })
  await parts.getByRole('link', { name: '任免审批表' }).click()
  const form = page.locator('.form').first()
  await form.waitFor()
  await soon(() => form.innerText()).not.toMatch(/1999\D{0,3}优/)
  await page.getByRole('button', { name: '回到今日' }).click()
  await soon(() => parameter(page, 'known')).toBeNull()
  await page.locator('.printed-page').first().waitFor()
  await page.locator('.printed-form summary').click()
  await soon(() => form.innerText()).toMatch(/1999\D{0,3}优/)
  expect(guest.complaints).toEqual([])
}, 180_000)

test('the upper clock goes from post to post, and the career and its findings with it', async () => {
  const guest = await visit()
  const page = await open(guest, '/imports')
  await page.goto(desk.address + (await somebody(page)))
  await page.locator('.printed-page').first().waitFor()
  await page.getByRole('navigation', { name: '一人一页' }).getByRole('link', { name: '综合研判' }).click()
  const bands = page.locator('.career-band')
  await bands.first().waitFor()
  const whole = await bands.count()
  await page.getByRole('slider', { name: '事实时点' }).focus()
  await page.keyboard.press('ArrowLeft')
  await soon(() => parameter(page, 'asOf')).toBeTruthy()
  await page.keyboard.press('Home')
  await soon(() => bands.count()).toBeLessThan(whole)
  await page.goBack()
  await page.goForward()
  await page.getByRole('slider', { name: '事实时点' }).focus()
  await page.keyboard.press('End')
  await soon(() => parameter(page, 'asOf')).toBeNull()
  await soon(() => bands.count()).toBe(whole)
  expect(guest.complaints).toEqual([])
})

/** Keeps a view of everybody, whose tab counts them by a page of one row; returns how it is put away. */
async function keepView(page: Page): Promise<() => Promise<number>> {
  const send = (method: string, path: string, body?: object) =>
    page.evaluate(
      async ([verb, address, sent]) => {
        const headers = { 'x-zhiren-request': '1', ...(sent && { 'content-type': 'application/json' }) }
        const answer = await fetch(`/api${address}`, { method: verb, headers, ...(sent && { body: sent }) })
        return { status: answer.status, ...((await answer.json()) as { viewId: string; version: number }) }
      },
      [method, path, body ? JSON.stringify(body) : undefined] as [string, string, string | undefined],
    )
  const view = { query: {}, columns: [{ field: 'title' }] }
  const { viewId, version } = await send('POST', '/roster-views', { name: '全体人员', view })
  return async () => (await send('DELETE', `/roster-views/${viewId}?version=${version}`)).status
}

test('the list that was left leads on to the next person; what is under 更多 opens by keys', async () => {
  const guest = await visit()
  const page = await open(guest, '/imports')
  const putAway = await keepView(page)
  // What a tab counts comes last, and is no list that anybody came from.
  await page.route(/[?&]limit=1(&|$)/, async (route) => {
    await page.waitForTimeout(500)
    await route.continue()
  })
  await page.goto(`${desk.address}/cadres`)
  await settled(page)
  const [first, second] = await Promise.all([0, 1].map((place) => page.locator('.roster-name').nth(place).innerText()))
  await page.locator('.roster-name').first().click()
  await page.locator('.dossier-header').waitFor()
  expect(await page.locator('h1').innerText()).toBe(first)
  await page.getByRole('link', { name: `下一人 ${second}` }).click()
  await soon(() => page.locator('h1').innerText()).toBe(second)
  await page.reload()
  await page.getByRole('link', { name: `上一人 ${first}` }).waitFor()
  expect(await putAway()).toBe(200)

  const more = page.getByRole('button', { name: /^更多/ })
  for (const [tab, heading] of [
    ['班子角色', '分工记录'],
    ['监督', '处分处理'],
    ['记录核验', '缺少的信息'],
    ['亲属与回避', '同在本系统的亲属'],
  ] as const) {
    await more.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: tab }).click()
    await page.getByRole('heading', { name: heading }).waitFor()
  }
  expect(guest.complaints).toEqual([])
})
