/** The frame: the search, the keys, the menu wide and narrow and on a phone, where the reader is. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityProblems, desk, open, settled, soon, type Visit, visit } from './browser.ts'

/** Does something in a window of its own, in which nothing may be complained of. */
async function inWindow(size: { width: number; height: number }, act: (visit: Visit) => Promise<void>): Promise<void> {
  const opened = await visit({ size })
  await act(opened)
  expect(opened.complaints).toEqual([])
}

const heading = (page: Page): Promise<string> => page.locator('main h1').first().innerText()
const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

test('initials lead to a person, and Back leads back', () =>
  inWindow(wide, async (visited) => {
    const page = await open(visited, '/vacancies')
    const answer = await page.request.get(`${desk.address}/api/cadres?limit=1`)
    const { rows } = (await answer.json()) as { rows: readonly { name: string }[] }
    const name = rows[0]?.name ?? ''
    const found = await page.request.get(`${desk.address}/api/search?q=${encodeURIComponent(name)}`)
    const { people } = (await found.json()) as { people: { first: readonly { reading: string }[] } }
    await page.keyboard.press('Control+k')
    await page.keyboard.type(people.first[0]?.reading ?? '')
    await page.locator('.quick-found [role=option]', { hasText: name }).first().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/cadres\/./)
    await page.locator('main h1', { hasText: name }).waitFor()
    expect(await page.locator('.crumbs').first().innerText()).toContain('名册')
    await page.goBack()
    await settled(page)
    expect(new URL(page.url()).pathname).toBe('/vacancies')
    await page.keyboard.press('Control+k')
    await page.locator('.quick-found [role=option]', { hasText: name }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('.quick-found').isVisible()).toBe(false)
  }))

test('keys lead about, never while typing, and may be switched off', () =>
  inWindow(wide, async (visited) => {
    const page = await open(visited, '/')
    await page.locator('main h1').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('v')
    await page.waitForURL('**/vacancies')
    await settled(page)
    await page.locator('main tbody a').first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page')
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.activeElement?.closest('main tbody tr') !== null)).toBe(true)
    await page.keyboard.press('/')
    await page.keyboard.type('gh')
    expect(new URL(page.url()).pathname).toBe('/vacancies')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.locator('.keys-dialog').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.locator('.keys-dialog input[type=checkbox]').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    expect(new URL(page.url()).pathname).toBe('/vacancies')
  }))

test('the menu is made narrow, stays so, and opens its groups', () =>
  inWindow(wide, async (visited) => {
    const page = await open(visited, '/vacancies')
    expect(await page.locator('.menu-wide a[aria-current=page]').innerText()).toContain('空缺')
    await page.locator('.menu-width').click()
    await page.reload()
    await settled(page)
    await page.locator('.menu-rail').getByRole('button', { name: '管理', exact: true }).click()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.locator('.menu-rail a[href="/reserve"]').click()
    await page.waitForURL('**/reserve')
    await settled(page)
    expect(await page.locator('.rail-group .popout-panel:visible').count()).toBe(0)
  }))

test('notices, account and the lost page', () =>
  inWindow(wide, async (visited) => {
    const page = await open(visited, '/no-such-page')
    expect(await page.locator('.menu').count()).toBeGreaterThan(0)
    expect(await heading(page)).toBe('没有这一页')
    await page.locator('.notices > button').click()
    await page.locator('.notices .popout-panel:visible').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.account > button').click()
    await page.getByRole('button', { name: 'EN', exact: true }).last().click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  }))

test('on a phone the menu comes over the page and goes with a choice', () =>
  inWindow(phone, async (visited) => {
    const page = await open(visited, '/')
    await page.locator('.menu-open').click()
    await page.locator('.menu-drawer[open]').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.locator('.menu-drawer a[href="/rules"]').click()
    await page.waitForURL('**/rules')
    expect(await page.locator('.menu-drawer[open]').count()).toBe(0)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }))

test('a session that ends in the middle of an edit is taken up again in place, and what was typed is still there', async () => {
  const guest = await visit()
  const page = await open(guest, '/cadres')
  const name = `续办 ${Date.now() % 100_000}`
  await page.getByRole('button', { name: '＋ 存为视图' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill(name)
  await guest.context.clearCookies()
  await page.getByRole('button', { name: '保存' }).click()
  const cover = page.locator('.login-cover')
  await cover.locator('input[name=current-password]:focus').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.type(desk.password)
  await page.keyboard.press('Enter')
  await cover.waitFor({ state: 'detached' })
  expect(await page.getByRole('textbox', { name: '名称' }).inputValue()).toBe(name)
  await page.getByRole('button', { name: '保存' }).click()
  await soon(() => page.locator('.view-tabs a[aria-current=page]').innerText()).toContain(name)
  expect(guest.complaints).toEqual([])
})
