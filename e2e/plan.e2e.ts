/** A plan of development from needs to the answer of the cadre, and what the account of a cadre can open at all. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityProblems, desk, open, picture, settled, signedIn, soon, visit } from './browser.ts'

/** Sends the dialog that is open. */
async function send(page: Page): Promise<void> {
  await page.locator('.act-dialog .main-button').click()
  await page.locator('.act-dialog').waitFor({ state: 'detached' })
  await settled(page)
}

const phone = { width: 390, height: 844 }

test('an officer drafts a plan from needs, the head approves, the cadre answers on a phone, the officer records progress', async () => {
  const cadre = await signedIn('cadre', '/', phone)
  expect(new URL(cadre.page.url()).pathname).toBe('/me')
  const name = await cadre.page.locator('h1').innerText()

  const officer = await visit()
  const page = await open(officer, '/plans')
  await page.locator('tbody tr').filter({ hasText: name }).getByRole('button', { name: '按需求起草' }).click()
  await page.waitForURL(/\/matters\//)
  await settled(page)
  const address = page.url()
  await page.locator('.plan-step').first().waitFor()
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await send(page)
  await cadre.page.reload()
  await cadre.page.locator('.own-parts').waitFor()
  expect(await cadre.page.locator('.plan-step').count()).toBe(0)

  const head = await signedIn('head')
  await head.page.goto(address)
  await head.page.getByRole('button', { name: '批准，与本人见面' }).click()
  await send(head.page)

  await cadre.page.reload()
  await cadre.page.getByRole('button', { name: '答复培养计划' }).click()
  await cadre.page.getByLabel('意见').selectOption('comments')
  await cadre.page.getByLabel('想说的话').fill('希望先到乡镇锻炼')
  await picture(cadre.page, 'me-answer')
  await send(cadre.page)
  await cadre.page.locator('.own-said.mine').filter({ hasText: '希望先到乡镇锻炼' }).waitFor()

  await page.reload()
  await page.locator('.matter-event.own').waitFor()
  expect(await page.locator('.matter-event.own').innerText()).toContain('希望先到乡镇锻炼')
  await page.getByRole('button', { name: /记录进展 第 1 步/ }).click()
  await page.locator('.act-dialog').getByLabel('进展').selectOption('begun')
  await page.locator('.act-dialog').getByLabel('依据').fill('任职文件已印发')
  await send(page)
  await soon(() => page.locator('.plan-step').first().innerText()).toContain('任职文件已印发')
  for (const guest of [cadre, officer, head]) {
    expect(guest.complaints).toEqual([])
  }
})

test('the account of a cadre has one page: accessible, not wider than a phone, and nothing of the office', async () => {
  const guest = await signedIn('cadre', '/', phone)
  const { page } = guest
  expect(await accessibilityProblems(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(await page.locator('.menu, .quick-search, .clocks').count()).toBe(0)
  await picture(page, 'me')
  for (const path of ['/', '/cadres', '/reserve', '/matters', '/signs', '/rules']) {
    await page.goto(desk.address + path)
    await page.waitForURL((url) => url.pathname === '/me')
  }
  await page.getByRole('button', { name: '提出更正' }).click()
  await page.getByLabel('哪一部分').selectOption('career')
  await page.getByLabel(/哪里不对/).fill('起任月份有误，见任职文件')
  await send(page)
  await page.locator('.own-matter').filter({ hasText: '起任月份有误' }).waitFor()
  expect(guest.complaints).toEqual([])
})
