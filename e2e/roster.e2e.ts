/** The roster as a new reader uses it: find people by combined conditions, compare, try one in a vacancy, print the form. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityProblems, open, picture, settled, soon, visit } from './browser.ts'

/** How many the title of the page counts, once the list of the last condition has come. */
const listed = async (page: Page): Promise<number> => {
  await page.waitForTimeout(150)
  await page.locator('.roster-body[aria-busy=false]').waitFor()
  const words = await page.locator('.page-title p').first().innerText()
  return Number(words.replaceAll(',', '').match(/\d+/)?.[0])
}

/** Waits until another page has come and read what it shows. */
async function at(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === path)
  await settled(page)
}

/** Opens the list of conditions, looks one up and takes it, all by keys. */
async function addCondition(page: Page, typed: string): Promise<void> {
  await page.locator('.sentence').getByRole('button', { name: '＋ 条件' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.field-list input').fill(typed)
  await page.locator('.field-topics [role=option]').first().waitFor()
  await page.keyboard.press('Enter')
}

test('the deputies under 40 with township work and a finance background are found, compared, tried in a seat and printed', async () => {
  const guest = await visit()
  const page = await open(guest, '/cadres')
  const whole = await listed(page)
  const asked = (name: string) => new URL(page.url()).searchParams.get(name)

  await addCondition(page, 'zfz')
  await page.locator('.clause-editor input:focus').waitFor()
  await page.getByRole('checkbox', { name: '副职' }).focus()
  await page.keyboard.press(' ')
  await soon(() => asked('role')).toBe('deputy')
  await page.keyboard.press('Escape')
  await page.locator('.clause:focus').waitFor()
  await addCondition(page, '年龄')
  await page.locator('.clause-editor input:focus').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('40')
  await soon(() => asked('ageTo')).toBe('40')
  await page.keyboard.press('Enter')
  await page.locator('.clause:focus').waitFor()
  await addCondition(page, 'xiangzhenjiedaonianxian')
  await page.locator('.leaf-figure:focus').waitFor()
  await page.keyboard.type('0.5')
  await soon(() => asked('where')).toContain('"value":0.5')
  await page.keyboard.press('Enter')
  await addCondition(page, '专业背景')
  await page.locator('.leaf-several input:focus').waitFor()
  await page.keyboard.insertText('财政')
  await page.locator('.ant-select-item-option-active').filter({ hasText: '财政金融' }).waitFor()
  await page.keyboard.press('Enter')
  await soon(() => asked('where')).toContain('finance')
  await page.keyboard.press('Escape')
  await page.locator('.clause-editor [aria-expanded=true]').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.locator('.clause-editor').waitFor({ state: 'hidden' })
  const sentence = await page.locator('.sentence').innerText()
  for (const words of ['副职', '40 岁', '乡镇街道年限满 0.5 年', '专业背景有财政金融'])
    expect(sentence).toContain(words)
  expect(await listed(page)).toBeLessThan(whole)
  await picture(page, 'roster-found')

  // A small city may have nobody who meets all four: the page then says which condition to drop.
  await settled(page)
  while ((await listed(page)) < 3) {
    if ((await page.locator('.nobody-choices button').count()) > 0) {
      await page.locator('.nobody-choices button').last().click()
    } else {
      const words = page.locator('.sentence .clause')
      await words.nth((await words.count()) - 2).click()
      await page.getByRole('button', { name: '去掉这一条件' }).click()
    }
    await settled(page)
  }
  await page.locator('.roster-name').nth(2).waitFor()
  for (const row of [0, 1, 2]) await page.locator(`[data-row="${row}"] [data-check]`).click()
  await soon(() => page.locator('.batch-bar b').innerText()).toBe('已选 3 人')
  const names = await page.locator('.grid-row.chosen .roster-name').allInnerTexts()
  await page.getByRole('link', { name: '并排比对' }).click()
  await at(page, '/comparison')
  for (const name of names) await page.locator('main').getByText(name).first().waitFor()
  // Who is chosen stays chosen on the way back.
  await page.goBack()
  await at(page, '/cadres')
  await soon(() => page.locator('.batch-bar b').innerText()).toBe('已选 3 人')
  await page.getByRole('button', { name: '取消选择' }).click()
  await page.locator('[data-row="0"] [data-check]').click()
  await soon(() => page.locator('.batch-bar b').innerText()).toBe('已选 1 人')
  const name = await page.locator('.grid-row.chosen .roster-name').innerText()
  await page.getByRole('button', { name: '放入空缺推演' }).click()
  await page.getByRole('combobox', { name: '选择空缺' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: ' 局长' }).first().click()
  await page.getByRole('button', { name: '到班子里看' }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/simulation'))
  await settled(page)
  const seat = new URL(page.url()).searchParams.get('seat')
  await soon(() => page.locator(`[data-position="${seat}"] .person-name`).innerText()).toBe(name)
  await page.locator('.simulation-moves .verdict').first().waitFor()

  await page.goBack()
  await at(page, '/cadres')
  await page.getByRole('link', { name: '打印审批表' }).click()
  await at(page, '/forms')
  await page.locator('main').getByText('1 人').first().waitFor()
  expect(guest.complaints).toEqual([])
})

test('conditions are combined in groups, read as a sentence in English, are undone, and stand in the address', async () => {
  const guest = await visit({ language: 'en-GB' })
  const page = await open(guest, '/cadres?ageTo=60')
  const before = await listed(page)
  await page.getByRole('button', { name: 'Combine conditions' }).click()
  await page.getByRole('button', { name: '+ Group' }).first().click()
  const add = page.locator('.builder-group .builder-group').getByRole('button', { name: '+ Condition' })
  for (const field of ['Township years', 'Grassroots years']) {
    await add.click()
    await page.locator('.field-list input').fill(field)
    await page.keyboard.press('Enter')
    await page.locator('.builder .leaf-figure').last().fill('8')
  }
  await soon(() => page.locator('.sentence').innerText()).toContain(
    'Township years at least 8 years or Grassroots years at least 8 years',
  )
  await settled(page)
  await soon(() => listed(page)).toBeLessThan(before)
  const counted = async () => Number((await page.locator('.builder-count').innerText()).replace(/\D/g, ''))
  await soon(counted).toBe(await listed(page))

  await page.locator('.builder .leaf-figure').last().fill('eight')
  await page.getByText('A number such as 3').waitFor()
  await soon(() => page.locator('.sentence').innerText()).not.toContain('Grassroots')
  await page.getByRole('button', { name: 'Undo' }).click()
  await soon(() => page.locator('.sentence').innerText()).toContain('Grassroots years at least 8')
  const address = page.url()
  await page.goto(address)
  await settled(page)
  expect(await page.locator('.sentence').innerText()).toContain('Grassroots years at least 8')
  expect(await accessibilityProblems(page)).toEqual([])
  expect(guest.complaints).toEqual([])
})

test('the grid is walked, sorted, widened, selected and opened by keys alone', async () => {
  const guest = await visit()
  const page = await open(guest, '/cadres')
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-column'))
  await page.locator('.grid [tabindex="0"]').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await at()).toBe('3')
  await page.keyboard.press('Enter')
  await soon(() => new URL(page.url()).searchParams.get('sort')).toBe('bornOn:asc')
  await settled(page)
  await page.keyboard.press('Shift+ArrowRight')
  await soon(() => new URL(page.url()).searchParams.get('columns')).toContain('bornOn.96')
  await page.keyboard.press('Control+ArrowLeft')
  await soon(() => new URL(page.url()).searchParams.get('columns')).toMatch(/^bornOn/)

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await soon(() => page.locator('.batch-bar b').innerText()).toBe('已选 3 人')
  await page.keyboard.press('Control+End')
  const rows = Number(await page.locator('[role=grid]').getAttribute('aria-rowcount'))
  await soon(() =>
    page.evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')),
  ).toBe(String(rows))
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Enter')
  const title = page.locator('.quick-look .ant-drawer-title')
  const first = await title.innerText()
  await page.locator('.quick-facts').waitFor()
  await page.keyboard.press('ArrowDown')
  await soon(() => title.innerText()).not.toBe(first)
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await soon(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell')
  await page.keyboard.press('/')
  expect(await page.locator('.words-field').evaluate((field) => field === document.activeElement)).toBe(true)
  expect(guest.complaints).toEqual([])
})

test('a view is kept, marked when changed, restored, put away and taken back', async () => {
  const guest = await visit()
  const page = await open(guest, '/cadres?role=deputy')
  const name = `副职 ${Date.now() % 100_000}`
  await page.getByRole('button', { name: '＋ 存为视图' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill(name)
  await page.getByRole('button', { name: '保存' }).click()
  const tab = page.locator('.view-tabs a[aria-current=page]')
  await soon(() => tab.innerText()).toContain(name)
  await page.locator('.grid-head [data-column="3"]').click()
  await page.getByText('已改动').waitFor()
  await page.getByRole('button', { name: '还原' }).click()
  await page.getByText('已改动').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /的操作$/ }).click()
  await page.getByText('收起视图').click()
  await page.locator('.notice-line').waitFor()
  await soon(() => page.locator('.view-tabs a').filter({ hasText: name }).count()).toBe(0)
  await page.locator('.notice-line').getByRole('button', { name: '撤销' }).click()
  await soon(() => tab.innerText()).toContain(name)
})

test('on a phone the roster is a list of cards, on a small screen the statistics wait behind a button', async () => {
  const phone = await visit({ size: { width: 390, height: 800 } })
  const page = await open(phone, '/cadres')
  await soon(() => page.locator('.roster-cards li').count()).toBeGreaterThan(3)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await accessibilityProblems(page)).toEqual([])
  const small = await visit({ size: { width: 1024, height: 768 } })
  const other = await open(small, '/cadres')
  await other.getByRole('button', { name: '统计' }).click()
  await other.locator('.statistics tbody tr').first().waitFor()
})
