/** A unit found by pinyin, its chart, an empty seat, somebody tried in it, and the team that changes. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityProblems, desk, open, settled, type Visit, visit } from './browser.ts'

/** The name and address of a unit with an announced, empty seat of its team. */
async function unitWithVacancy(guest: Visit): Promise<{ name: string; path: string }> {
  const page = await open(guest, '/units?view=seats&state=to-fill')
  const row = page.locator('.seat-table tr', { has: page.locator('.seat-empty-mark') }).filter({
    has: page.locator('.action a'),
  })
  const link = row.first().locator('a').first()
  return { name: (await link.textContent()) ?? '', path: (await link.getAttribute('href')) ?? '' }
}

const axed = async (page: Page) => expect(await accessibilityProblems(page)).toEqual([])

test('from the tree to a chart, a vacancy, a simulation and a changed team', async () => {
  const guest = await visit()
  const { name, path } = await unitWithVacancy(guest)
  const { page } = guest
  await page.goto(`${desk.address}/units`)
  await settled(page)
  await axed(page)

  await page.getByRole('searchbox', { name: '按名称或拼音找单位' }).fill(name)
  const item = page.getByRole('treeitem', { name }).first()
  await item.waitFor()
  await item.locator('a').click()
  await page.waitForURL(`**${path}`)
  await settled(page)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await axed(page)

  await page.getByRole('link', { name: '架构图' }).click()
  await page.locator('.seat-node').first().waitFor()
  const vacant = page.locator('.seat-node.vacant').first()
  expect(await vacant.textContent()).toContain('空缺')
  await axed(page)

  await vacant.locator('.seat-node-foot a').click()
  await page.waitForURL('**/simulation?**')
  await settled(page)
  const before = await page.locator('.simulation-changes').textContent()
  await page.locator('.simulation-tray .person-name').first().click()
  await page
    .getByRole('button', { name: /^放到这里/ })
    .first()
    .click()
  await expect.poll(() => page.url()).toContain('set=')
  await settled(page)
  await expect.poll(() => page.locator('.simulation-changes').textContent()).not.toBe(before)
  await page.locator('.age-change-dot.coming').first().waitFor()
  expect(await page.locator('.simulation-changes').textContent()).toContain('职数')
  await axed(page)
  expect(guest.complaints).toEqual([])
}, 120_000)

test('by keys alone: pinyin, arrows, enter; plus and arrows on the chart', async () => {
  const guest = await visit()
  const page = await open(guest, '/units')
  await page.getByRole('searchbox', { name: '按名称或拼音找单位' }).focus()
  await page.keyboard.type('zzb')
  const tree = page.getByRole('tree')
  await page
    .getByRole('treeitem', { name: /组织部/ })
    .first()
    .waitFor()
  await page.keyboard.press('Tab')
  expect(await tree.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('End')
  const active = async (): Promise<string> => {
    const id = (await tree.getAttribute('aria-activedescendant')) ?? ''
    return page.locator(`[id="${id}"]`).innerText()
  }
  await expect.poll(active).toContain('组织部')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/units/*')
  await settled(page)
  await page.getByRole('heading', { level: 1, name: /组织部/ }).waitFor()

  await page.goto(`${page.url()}?view=chart`)
  await settled(page)
  const canvas = page.locator('.chart-canvas')
  const room = page.locator('.chart-room')
  await room.focus()
  const first = await canvas.getAttribute('style')
  await page.keyboard.press('+')
  await expect.poll(() => canvas.getAttribute('style')).not.toBe(first)
  const larger = await canvas.getAttribute('style')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => canvas.getAttribute('style')).not.toBe(larger)
  await page.getByRole('button', { name: '看表格' }).click()
  await page.getByRole('columnheader', { name: '任职人' }).waitFor()
  expect(guest.complaints).toEqual([])
}, 120_000)

test('every count of quotas lists as many teams', async () => {
  const guest = await visit()
  const page = await open(guest, '/units?view=quotas')
  const short = page.locator('.quota-levels tbody tr').first().locator('td').nth(6).locator('a')
  if ((await short.count()) > 0) {
    const counted = Number(await short.textContent())
    await short.click()
    await page.waitForURL('**state=short**')
    await settled(page)
    await expect.poll(() => page.locator('.quota-rows tbody tr').count()).toBe(counted)
  }
  await axed(page)
}, 60_000)
