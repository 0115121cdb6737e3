/** The right person for the seat: what it asks for, how somebody fits it, and what an edit changes. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Desk, launch, open, settled, visit } from './browser.ts'

const desk: Desk = { address: inject('address'), password: inject('password') }
let browser: Browser
beforeAll(async () => {
  browser = await launch(inject('chromium'))
})
afterAll(() => browser.close())

const soon = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 })

/** The first vacancy with requirements of its own and somebody on its list. */
async function listedPair(page: Page): Promise<{ seat: string; cadre: string }> {
  return page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const { vacancies } = await read('/vacancies')
    for (const { positionId: seat, listed } of vacancies) {
      if (listed === 0 || (await read(`/vacancies/${seat}/requirements`)).kind !== 'recorded') continue
      return { seat, cadre: (await read(`/vacancies/${seat}`)).tiers[0].members[0].cadreId }
    }
    throw new Error('no vacancy has requirements of its own and a list')
  })
}

const fitSaid = (page: Page): Promise<string> => page.locator('.fit-detail .panel h2').first().innerText()

test('an officer edits what a seat asks for, sees the fit follow, and goes back to the earlier version', async () => {
  const guest = await visit(browser)
  const page = await open(guest, desk, '/vacancies')
  const { seat, cadre } = await listedPair(page)
  await open(guest, desk, `/vacancies/${seat}/cadres/${cadre}/fit`)
  const before = await fitSaid(page)
  expect(before).toMatch(/^适岗 0\.\d+/)

  await page.getByRole('link', { name: '岗位要求' }).click()
  await settled(page)
  await page.getByRole('button', { name: '改动要求' }).click()
  for (const level of await page.locator('.requirement-row select').all()) await level.selectOption('5')
  const save = page.getByRole('button', { name: '保存为新的一版' })
  await save.click()
  await soon(() => page.locator('.error-panel').innerText()).toContain('没有写明改动的理由')
  await page.getByLabel('为什么改').fill('任务加重，各项提到 5 级')
  await save.click()
  await soon(() => page.locator('.versions li').first().innerText()).toContain('任务加重，各项提到 5 级')
  expect(await page.locator('.requirements-outdated').innerText()).toContain('重新分析后才会更新')

  await page.goto(`${desk.address}/vacancies/${seat}?cadre=${cadre}`)
  await settled(page)
  await page.getByRole('button', { name: /适岗逐项/ }).click()
  await page.locator('.fit-outdated').waitFor()
  expect(await fitSaid(page)).not.toBe(before)

  await page.goto(`${desk.address}/vacancies/${seat}/requirements`)
  await settled(page)
  await page.getByRole('button', { name: '看这一版' }).first().click()
  await page.getByRole('button', { name: '恢复为新的一版' }).click()
  await save.click()
  await soon(() => page.locator('.versions li').first().innerText()).toMatch(/恢复 .+ 的一版/)
  await open(guest, desk, `/vacancies/${seat}/cadres/${cadre}/fit`)
  expect(await fitSaid(page)).toBe(before)
  expect(guest.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
  await guest.context.close()
})

/** A vacant seat of a team with at least two on its list. */
async function seatOfTeam(page: Page): Promise<{ unit: string; seat: string }> {
  return page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const { vacancies } = await read('/vacancies')
    for (const { positionId: seat, unitId: unit } of vacancies) {
      const headers = { 'content-type': 'application/json', 'x-zhiren-request': '1' }
      const asked = { method: 'POST', headers, body: '{"changes":[]}' }
      const simulated = await fetch(`/api/teams/${unit}/simulations`, asked)
      if (!simulated.ok) continue
      const { teams } = await simulated.json()
      const isSeat = teams[0].seats.some((one: { positionId: string }) => one.positionId === seat)
      const { tiers } = await read(`/vacancies/${seat}`)
      if (isSeat && tiers.flatMap(({ members }: { members: object[] }) => members).length > 2) return { unit, seat }
    }
    throw new Error('no team has a vacant seat with a list')
  })
}

const set = (page: Page): string[] => new URL(page.url()).searchParams.getAll('set')

test('a person is dragged onto a seat of a team; what that does is told, undone, and kept in the address', async () => {
  const guest = await visit(browser)
  const page = await open(guest, desk, '/vacancies')
  const { unit, seat } = await seatOfTeam(page)
  await open(guest, desk, `/teams/${unit}/simulation?seat=${seat}`)
  const place = page.locator(`[data-position="${seat}"]`)
  const people = page.locator('.tray-people .person-card')
  const name = await people.nth(1).locator('.person-name').innerText()
  await people.nth(1).dragTo(place)
  await soon(() => place.locator('.person-name').innerText()).toBe(name)
  expect(set(page)).toHaveLength(1)
  await page.locator('.simulation-moves .verdict').first().waitFor()
  expect(await page.locator('.simulation-vacated').innerText()).toContain(name)

  await page.getByRole('button', { name: '撤销' }).click()
  await soon(() => place.innerText()).toContain('空缺')
  await page.getByRole('button', { name: '重做' }).click()
  await soon(() => place.locator('.person-name').innerText()).toBe(name)
  await page.reload()
  await soon(() => place.locator('.person-name').innerText()).toBe(name)
  await page.goBack()
  await soon(() => place.innerText()).toContain('空缺')
  expect(guest.complaints).toEqual([])
  await guest.context.close()
})

test('without a mouse a person is picked and put down, taken out, and compared with another', async () => {
  const guest = await visit(browser)
  const page = await open(guest, desk, '/vacancies')
  const { unit, seat } = await seatOfTeam(page)
  await open(guest, desk, `/teams/${unit}`)
  await page.getByRole('link', { name: '模拟调配' }).press('Enter')
  const place = page.locator(`[data-position="${seat}"]`)
  await place.getByRole('button', { name: /选人$/ }).press('Enter')
  const people = page.locator('.tray-people .person-card')
  const picked = people.first().locator('.person-name')
  const name = await picked.innerText()
  await picked.press('Enter')
  await place.getByRole('button', { name: `把${name}放到` }).press('Enter')
  await soon(() => place.locator('.person-name').innerText()).toBe(name)
  await place.getByRole('button', { name: '移出' }).press('Enter')
  await soon(() => set(page)).toEqual([])

  for (const at of [0, 1]) {
    await people.nth(at).locator('.person-compare').press('Enter')
    await soon(() => page.locator('.simulation-sheet thead th').count()).toBe(at + 1)
  }
  expect(await page.locator('.simulation-sheet tbody th').allInnerTexts()).toContain('原处留下')
  expect(guest.complaints).toEqual([])
  await guest.context.close()
})
