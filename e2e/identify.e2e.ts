/** Seeing a person clearly: the sheet of judgement, what is particular in a text, several people on one sheet. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Desk, launch, open, settled, visit } from './browser.ts'

const desk: Desk = { address: inject('address'), password: inject('password') }
let browser: Browser
beforeAll(async () => {
  browser = await launch(inject('chromium'))
})
afterAll(() => browser.close())

test('a judgement is signed beside the sheet and stays there', async () => {
  const guest = await visit(browser)
  const page = await open(guest, desk, '/cadres?rating=separable')
  await page.locator('.roster-name').first().click()
  await page.getByRole('link', { name: '研判表' }).click()
  const goal = page.getByRole('row', { name: '培养目标' })
  await goal
    .getByText(/^依据 \d+$/)
    .first()
    .click()
  expect(await goal.locator('details li').first().innerText()).not.toBe('')
  await goal.getByRole('button', { name: '写意见' }).click()
  await goal.getByLabel('不同看法').check()
  expect(await goal.getByRole('button', { name: '署名提交' }).isDisabled()).toBe(true)
  await goal.getByLabel('意见', { exact: true }).fill('先到乡镇任正职，再看。')
  await goal.getByRole('button', { name: '署名提交' }).click()
  await goal.getByText('先到乡镇任正职，再看。').waitFor()
  await page.reload()
  await settled(page)
  expect(await goal.locator('.judgement').innerText()).toContain('林晓舟')
  expect(guest.complaints).toEqual([])
  await guest.context.close()
})

test('people are added to a comparison by name, and the address holds them', async () => {
  const guest = await visit(browser)
  const page = await open(guest, desk, '/cadres?rating=separable')
  const names = await page.locator('.roster-name').allInnerTexts()
  await page.locator('.roster-name').first().click()
  await page.getByRole('link', { name: '加入比较' }).click()
  await page.getByText('选两人以上才能比较').waitFor()
  await page.getByRole('combobox', { name: '加一人' }).fill(names[1] ?? '')
  await page.locator('.ant-select-item-option').first().click()
  await page.getByRole('heading', { name: '量得怎样，有多确定' }).waitFor()
  expect(new URL(page.url()).searchParams.getAll('cadres')).toHaveLength(2)
  expect(await page.locator('.compared').nth(1).locator('tbody tr').count()).toBeGreaterThan(0)
  await page.goBack()
  await page.getByText('选两人以上才能比较').waitFor()
  expect(guest.complaints).toEqual([])
  await guest.context.close()
})

test('surveys, teams and disagreements open into what they rest on', async () => {
  const guest = await visit(browser)
  const page = await open(guest, desk, '/surveys')
  await page.getByRole('heading', { name: '多少人打分才靠得住' }).waitFor()
  await page.locator('.surveys tbody a').first().click()
  await page.getByRole('heading', { name: '收到的票' }).waitFor()

  await open(guest, desk, '/teams')
  await page.locator('.teams tbody a').first().click()
  await page.getByRole('heading', { name: '各部分依据' }).waitFor()

  await open(guest, desk, '/conflicts')
  await page.getByRole('button', { name: '打开' }).first().click()
  await page.locator('.conflict-body').getByText('本人申报').first().waitFor()
  expect(guest.complaints).toEqual([])
  await guest.context.close()
})

test('an early sign names nobody in the list and leads to the dossier', async () => {
  const guest = await visit(browser)
  const page = await open(guest, desk, '/signs')
  await page.getByRole('heading', { name: '偶然会有多少' }).waitFor()
  await page.getByRole('link', { name: '到档案核对' }).first().click()
  await page.locator('.dossier-header').waitFor()
  expect(guest.complaints).toEqual([])
  await guest.context.close()
})

test('a contribution opens into its parts, and says from whom it cannot be told', async () => {
  const guest = await visit(browser)
  const page = await open(guest, desk, '/cadres?role=principal')
  await page.locator('.roster-name').first().click()
  await page.getByRole('link', { name: '工作实绩' }).click()
  await page.getByRole('heading', { name: '与谁分不清' }).waitFor()
  await page.getByRole('link', { name: '群众认可' }).click()
  await page.getByRole('heading', { name: '四个渠道' }).waitFor()
  expect(guest.complaints).toEqual([])
  await guest.context.close()
})
