/** What each role sees first, and that nothing else opens; a cadre on a phone; a source; meeting mode by its keys. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityProblems, desk, picture, settled, signedIn, type Visit } from './browser.ts'

const phone = { width: 390, height: 844 }

const pathOf = (page: Page): string => new URL(page.url()).pathname

async function look(guest: Visit, name: string): Promise<void> {
  expect(await accessibilityProblems(guest.page)).toEqual([])
  await picture(guest.page, name)
}

test.each([
  ['officer', '/', '.home-due'],
  ['head', '/', '.head-lines'],
  ['cadre', '/me', '.own-record'],
  ['source', '/hand-in', '.source-form'],
  ['admin', '/system', '.system-lines'],
])('%s begins at %s', async (account, path, content) => {
  const guest = await signedIn(account)
  expect(pathOf(guest.page)).toBe(path)
  await guest.page.locator(content).first().waitFor()
  await look(guest, `home-${account}`)
  expect(guest.complaints).toEqual([])
})

test.each([
  ['cadre', '/me'],
  ['source', '/hand-in'],
  ['admin', '/system'],
])('%s is led back from every page of the department', async (account, home) => {
  const guest = await signedIn(account)
  for (const path of ['/', '/cadres', '/vacancies', '/signs', '/deliveries', '/meeting?cadres=C000001', '/rules']) {
    await guest.page.goto(desk.address + path)
    await guest.page.locator('h1').waitFor()
    expect(pathOf(guest.page), path).toBe(home)
  }
})

test('a cadre says on a phone that one fact is not right, and sees the correction waiting', async () => {
  const guest = await signedIn('cadre', '/', phone)
  const { page } = guest
  await page.locator('.own-record li').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  await look(guest, 'own-phone')
  const fact = page.locator('.own-record .own-list').nth(1).locator('li').first()
  const held = (await fact.locator('.own-says').innerText()).split('\n')[0] ?? ''
  await fact.getByRole('button').click()
  await page.locator('.act-dialog textarea').fill('起始月份应为三月，任职文件可以核对')
  await page.locator('.act-dialog .main-button').click()
  await page.locator('.act-dialog').waitFor({ state: 'detached' })
  const asked = page.locator('.own-matter .own-said.mine').filter({ hasText: '起始月份应为三月' })
  await asked.first().waitFor()
  expect(await asked.first().innerText()).toContain(held.trim().split(/\s/)[0])
  expect(guest.complaints).toEqual([])
})

test('a source hands in a statement; an officer tells whom it is about; the source sees that it was taken', async () => {
  const source = await signedIn('source')
  const officer = await signedIn('officer')
  await officer.page.goto(`${desk.address}/cadres`)
  await settled(officer.page)
  const name = await officer.page.locator('.roster-name').first().innerText()

  const form = source.page.locator('.source-form')
  await form.getByLabel('姓名', { exact: true }).fill(name)
  await form.getByLabel('单位和职务', { exact: true }).fill('现任职务')
  await form.getByLabel('事项', { exact: true }).fill('任中经济责任审计')
  await form.locator('textarea').fill('未发现个人应负直接责任的问题。')
  await form.getByRole('button', { name: '报送' }).click()
  const handedIn = source.page.locator('.source-list li').first()
  await handedIn.getByText('待组织部门核对').waitFor()

  await officer.page.goto(`${desk.address}/deliveries`)
  await officer.page.locator('.arrived').first().waitFor()
  await look(officer, 'deliveries')
  const cards = await officer.page.locator('.arrived').count()
  await officer.page
    .locator('.arrived')
    .last()
    .getByRole('button', { name: /^认领到此人/ })
    .first()
    .click()
  await expect.poll(() => officer.page.locator('.arrived').count()).toBe(cards - 1)

  await source.page.reload()
  await handedIn.getByText('已入记载').waitFor()
  expect(source.complaints).toEqual([])
  expect(officer.complaints).toEqual([])
})

test('meeting mode is turned by keys, shows no total, is put away, and Esc leaves', async () => {
  const guest = await signedIn('head')
  const { page } = guest
  await page.goto(`${desk.address}/cadres?role=deputy`)
  await settled(page)
  const people = page.locator('.roster-name')
  await people.nth(2).waitFor()
  const ids = await Promise.all(
    [0, 1, 2].map(async (at) => (await people.nth(at).getAttribute('href'))?.split('/').at(-1)),
  )
  await page.goto(`${desk.address}/meeting?${ids.map((id) => `cadres=${id}`).join('&')}`)
  const shown = page.locator('.stage-page[data-shown=true] h2')
  await shown.waitFor()
  const names: string[] = []
  await page.keyboard.press('h')
  for (let at = 0; at < 3; at += 1) {
    names.push(await shown.innerText())
    await page.keyboard.press('ArrowRight')
  }
  expect(new Set(names).size).toBe(3)
  await page.keyboard.press('Home')
  expect(await shown.innerText()).toBe(names[0])
  await page.keyboard.press('End')
  expect(await shown.innerText()).toBe(names[2])
  expect(await page.locator('.stage-foot').innerText()).toContain('按姓氏笔画')
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await look(guest, `meeting-people-${width}`)
  }
  await page.setViewportSize({ width: 1920, height: 1080 })
  const smallest = await page
    .locator('.stage-page[data-shown=true] *')
    .evaluateAll((all) =>
      Math.min(
        ...all
          .filter(({ textContent, children }) => children.length === 0 && textContent !== '')
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ),
    )
  expect(smallest).toBeGreaterThanOrEqual(18)
  await page.keyboard.press('b')
  await page.locator('.stage-away').waitFor()
  expect(await page.locator('.stage').innerText()).not.toContain(names[2])
  await page.keyboard.press('x')
  await shown.waitFor()
  await page.keyboard.press('Escape')
  await page.waitForURL(/\/cadres/)
  expect(guest.complaints).toEqual([])
})
