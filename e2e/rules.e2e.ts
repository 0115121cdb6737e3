/** The law at work: an officer reads why somebody is not eligible, opens the rule, and tries another figure. */
import { expect, test } from 'vitest'
import { desk, open, settled, signedIn, soon, visit } from './browser.ts'

test('from a near miss to its article, the day it turns, the rule, and what another figure would change', async () => {
  const guest = await visit()
  const page = await open(guest, '/vacancies')
  await page.locator('.vacancies tbody a').first().click()
  await page.getByRole('link', { name: '资格矩阵' }).click()
  await page.getByRole('button', { name: /只差一条/ }).click()
  await settled(page)
  expect(new URL(page.url()).searchParams.get('only')).toBe('near')
  await page
    .locator('.eligibility-table .ant-table-row')
    .filter({ hasText: /20\d\d\.\d\d\.\d\d/ })
    .first()
    .click()
  await settled(page)
  const summary = page.locator('.person-summary')
  await soon(() => summary.innerText()).toMatch(/不符合：.*《.+》第.+条/s)
  expect(await summary.locator('.person-turns').innerText()).toMatch(/\d{4}\.\d{2}\.\d{2} 起变为/)

  await page.locator('.person-panel .ground-foot a').first().click()
  await page.locator('.rule-sheet .rule-facts').waitFor()
  expect(await page.locator('.tree-rule.chosen').count()).toBe(1)

  await page.goto(`${desk.address}/rules/APPT-08-3-TENURE`)
  await page.getByRole('link', { name: '试改数值' }).click()
  await page.getByLabel('deputy_to_chief_years').fill('6')
  await page.getByRole('button', { name: '推演', exact: true }).click()
  await page.locator('.what-if-figures').waitFor({ timeout: 30_000 })
  expect(await page.locator('.panel-foot').innerText()).toContain('没有采用')
  expect(new URL(page.url()).searchParams.get('set')).toBe('APPT-08-3-TENURE.deputy_to_chief_years=6')
  expect(await page.locator('.adoptions').innerText()).toContain('只有部领导可以采用')
  expect(guest.complaints).toEqual([])
})

test('a move to a lower level is in no figure by verdict, and one click away', async () => {
  const guest = await visit()
  const page = await open(guest, '/vacancies')
  const lower = page.locator('.vacancies tbody td:last-child a').filter({ hasNotText: /^0$/ }).first()
  const people = await lower.innerText()
  await lower.click()
  await settled(page)
  expect(await page.getByRole('button', { name: /降低层次/ }).innerText()).toContain(people)
  const moves = page.locator('.eligibility-table .move-cell')
  expect(new Set(await moves.allInnerTexts())).toEqual(new Set(['降职']))
  await page.getByRole('button', { name: /^全部/ }).click()
  await soon(() => moves.allInnerTexts()).not.toContain('降职')
  expect(guest.complaints).toEqual([])
})

test('a supposition says what it would change and stores nothing', async () => {
  const guest = await visit()
  const page = await open(guest, '/vacancies')
  const vacancy = (await page.locator('.vacancies tbody a').first().getAttribute('href')) ?? ''
  await open(guest, `${vacancy}/rules?only=near`)
  const before = await page.locator('.person-summary .verdict').first().innerText()
  await page.locator('.supposing summary').click()
  await page.getByLabel('换一个日期').fill('2028.11.22')
  await page.getByRole('button', { name: '按假设比对' }).click()
  await page.locator('.supposing-outcome').waitFor()
  expect(await page.locator('.supposing-outcome').innerText()).toContain('2028.11.22')
  await page.reload()
  await settled(page)
  expect(await page.locator('.person-summary .verdict').first().innerText()).toBe(before)
})

test('rule book: words find a rule, the day picks the text, a mistake in a rule is shown at its line', async () => {
  const guest = await visit()
  const page = await open(guest, '/rules')
  await page.locator('.words-field').fill('第八条第三项')
  await soon(() => page.locator('.tree-rule').count()).toBeGreaterThan(0)
  await page.locator('.as-of input').fill('2016.06.01')
  await soon(() => new URL(page.url()).searchParams.get('asOf')).toBe('2016-06-01')
  await settled(page)
  expect(await page.locator('.tree-rule:not(.past)').count()).toBeGreaterThan(0)

  await open(guest, '/rules/what-if')
  await page.getByRole('button', { name: '从一个例子写起' }).click()
  const field = page.locator('.rule-text textarea')
  await field.fill((await field.inputValue()).replace('severity: bar', 'severity: sometimes'))
  await page.getByRole('button', { name: '推演', exact: true }).click()
  const problem = page.locator('.rule-text-problem')
  await problem.waitFor()
  expect(await problem.innerText()).toContain('第 6 行')
  expect(await page.locator('.rule-text li.wrong').innerText()).toBe('6')
})

test('only the head confirms; the confirmation names who, when and the document, and can be withdrawn', async () => {
  const officer = await visit()
  const asOfficer = await open(officer, '/rules/confirmations?rule=APPT-08-4-EDU')
  await asOfficer.locator('.confirmation-why').waitFor()
  expect(await asOfficer.locator('.rule-form').count()).toBe(0)

  const head = await signedIn('head', '/rules/confirmations?rule=APPT-08-4-EDU')
  const { page } = head
  await page.getByRole('button', { name: '确认这条规则' }).click()
  await page.locator('.form-problem').waitFor()
  await page.getByLabel('依据文号').fill('云组发〔2026〕12号')
  await page.getByRole('button', { name: '确认这条规则' }).click()
  await soon(() => page.locator('.confirmation-facts').allInnerTexts()).toEqual([
    expect.stringContaining('云组发〔2026〕12号'),
  ])
  await page.getByRole('button', { name: '撤回确认' }).click()
  await page.getByRole('button', { name: '确认这条规则' }).waitFor()
  expect(head.complaints).toEqual([])
})
