/** A rotation duty turned into a slate, and a key seat judged and checked. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { open, settled, soon, visit } from './browser.ts'

/** The first overdue people of two units, as the list shows them. */
async function twoDue(page: Page): Promise<readonly string[]> {
  const rows = page.locator('.duties tbody tr')
  await rows.first().waitFor()
  const names: string[] = []
  const units = new Set<string>()
  for (let at = 0; names.length < 2 && at < (await rows.count()); at += 1) {
    const row = rows.nth(at)
    const unit = (await row.locator('td').nth(2).innerText()).split(' ')[0] ?? ''
    if (units.has(unit)) continue
    units.add(unit)
    await row.getByRole('checkbox').check()
    names.push(await row.locator('td').nth(1).innerText())
  }
  return names
}

test('two duties become a slate, which is searched and moves both people', async () => {
  const guest = await visit()
  const page = await open(guest, '/rotation?state=overdue&rule=LOCAL-KEY-SEAT&level=section-deputy')
  const names = await twoDue(page)
  expect(names).toHaveLength(2)
  await page.getByRole('link', { name: '编制方案' }).click()
  await settled(page)
  for (const name of names) await page.locator('.exchange-people').getByRole('link', { name, exact: true }).waitFor()
  await page.getByLabel('名称').fill('轮岗对调')
  await page.getByLabel('各班子现在达到的结构目标不破').uncheck()
  await page.getByRole('button', { name: '开始搜索' }).click()
  await page.waitForURL(/\/slates\/[0-9a-f-]{36}$/)
  await page.locator('.slate').waitFor({ timeout: 90_000 })
  expect(await page.locator('h1').innerText()).toBe('轮岗对调')
  expect(await page.locator('.slate-locks').innerText()).toContain(`${names[0]}交流到其他单位`)
  const moved = await page.locator('.step .step-name').allInnerTexts()
  for (const name of names) expect(moved.filter((step) => step.endsWith(name))).toHaveLength(1)
  expect(guest.complaints).toEqual([])
}, 240_000)

test('from the calendar to its month, and from the forecast to its people: every number lists what it counts', async () => {
  const guest = await visit()
  const page = await open(guest, '/rotation')
  const month = page.locator('.month-calendar tbody td[data-depth] a').first()
  const due = Number(await month.innerText())
  await month.click()
  await page.waitForURL(/period=\d{4}-\d{2}/)
  await settled(page)
  await soon(() => page.locator('.duties tbody tr').count()).toBe(due)

  const views = page.getByRole('navigation', { name: '交流轮岗' })
  await views.getByRole('link', { name: '五年预测' }).click()
  await settled(page)
  const cell = page.locator('.counts').first().locator('tbody td a').first()
  const leaving = Number((await cell.innerText()).replace(',', ''))
  await cell.click()
  await page.waitForURL(/quarter=/)
  await settled(page)
  await soon(() => page.locator('.panel').last().locator('.panel-head p').innerText()).toBe(`${leaving} 人次`)
  expect(guest.complaints).toEqual([])
})

test('a seat is judged, a step of its work is checked, and both are taken back with a reason', async () => {
  const guest = await visit()
  const page = await open(guest, '/key-seats')
  await page.locator('.key-rows tbody tr').first().getByRole('link').first().click()
  await settled(page)
  await page.getByRole('button', { name: '重新核定' }).click()
  const dialog = page.getByRole('dialog')
  for (const group of ['权力集中', '资金密集', '资源富集'])
    await dialog.getByRole('group', { name: group }).getByLabel('是').check()
  for (const box of await dialog.getByRole('group', { name: '直接接触的环节' }).getByRole('checkbox').all())
    await box.uncheck()
  await dialog.getByLabel('直接分配财政资金').check()
  await dialog.getByLabel('理由').fill('按分工核定')
  await dialog.getByRole('button', { name: '保存' }).click()
  await soon(() => page.locator('.key-facts').innerText()).toContain('直接分配财政资金')

  const review = page.locator('.key-steps tbody tr', { hasText: '评审' }).first()
  await review.getByRole('button', { name: '记检查' }).click()
  await dialog.getByLabel('没有做到').check()
  await dialog.getByLabel('情况').fill('两次评审没有公示')
  await dialog.getByRole('button', { name: '保存' }).click()
  await soon(() => review.innerText()).toContain('没有做到')
  await review.getByRole('button', { name: '立项整改' }).waitFor()

  for (const left of [1, 0]) {
    const undo = page.locator('.key-history').getByRole('button', { name: '撤销' })
    await soon(() => undo.count()).toBe(left + 1)
    await undo.first().click()
    await dialog.getByLabel('理由').fill('记错岗位')
    await dialog.getByRole('button', { name: '撤销' }).click()
    await soon(() => undo.count()).toBe(left)
  }
  expect(await page.locator('.key-history li').count()).toBe(4)
  expect(guest.complaints).toEqual([])
})
