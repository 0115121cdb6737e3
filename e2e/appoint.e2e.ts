/** The right person for the seat: what it asks for, how somebody fits it, and what an edit changes. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk, open, settled, soon, visit } from './browser.ts'

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
  const guest = await visit()
  const page = await open(guest, '/vacancies')
  const { seat, cadre } = await listedPair(page)
  await open(guest, `/vacancies/${seat}/cadres/${cadre}/fit`)
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
  expect(await page.locator('.outdated-list').innerText()).toContain('重新分析后才会更新')

  await page.goto(`${desk.address}/vacancies/${seat}?cadre=${cadre}`)
  await settled(page)
  await page.getByRole('button', { name: /适岗逐项/ }).click()
  await page.locator('.fit-detail .outdated-list').waitFor()
  expect(await fitSaid(page)).not.toBe(before)

  await page.goto(`${desk.address}/vacancies/${seat}/requirements`)
  await settled(page)
  await page.getByRole('button', { name: '看这一版' }).first().click()
  await page.getByRole('button', { name: '恢复为新的一版' }).click()
  await save.click()
  await soon(() => page.locator('.versions li').first().innerText()).toMatch(/恢复 .+ 的一版/)
  await open(guest, `/vacancies/${seat}/cadres/${cadre}/fit`)
  expect(await fitSaid(page)).toBe(before)
  expect(guest.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
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
  const guest = await visit()
  const page = await open(guest, '/vacancies')
  const { unit, seat } = await seatOfTeam(page)
  await open(guest, `/teams/${unit}/simulation?seat=${seat}`)
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
})

test('without a mouse a person is picked and put down, taken out, and compared with another', async () => {
  const guest = await visit()
  const page = await open(guest, '/vacancies')
  const { unit, seat } = await seatOfTeam(page)
  await open(guest, `/teams/${unit}`)
  await page.getByRole('link', { name: '模拟调配' }).first().press('Enter')
  const place = page.locator(`[data-position="${seat}"]`)
  await place.getByRole('button', { name: /^(选此岗|正在选人)/ }).press('Enter')
  await place.getByRole('button', { name: /^正在选人/, pressed: true }).waitFor()
  await settled(page)
  const people = page.locator('.tray-people .person-card')
  const picked = people.first().locator('.person-name')
  const name = await picked.innerText()
  await picked.press('Enter')
  await place.getByRole('button', { name: `放到这里：${name}` }).press('Enter')
  await soon(() => place.locator('.person-name').innerText()).toBe(name)
  await place.getByRole('button', { name: '移出' }).press('Enter')
  await soon(() => set(page)).toEqual([])

  for (const at of [0, 1]) {
    await people.nth(at).locator('.person-compare').press('Enter')
    await soon(() => page.locator('.simulation-sheet thead th').count()).toBe(at + 1)
  }
  expect(await page.locator('.simulation-sheet tbody th').allInnerTexts()).toContain('原处留下')
  expect(guest.complaints).toEqual([])
})

/** Waits until the slate that the page shows has been searched. */
const searched = (page: Page) => page.locator('.slate').waitFor({ timeout: 90_000 })

/** A form for two vacancies with somebody eligible, no further moves, no exchanges: searched in seconds. */
async function smallForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '全不选' }).click()
  const eligible = page.locator('.wish-vacancies li').filter({ hasNotText: '符合 0，' }).getByRole('checkbox')
  for (const at of [0, 1]) await eligible.nth(at).check()
  await page.getByLabel('补一个空缺，最多带动').fill('1')
  await page.getByLabel('可以两人互换岗位').uncheck()
}

test('a slate is searched, a move is locked and searched again, and why not somebody else is answered', async () => {
  const guest = await visit()
  const page = await open(guest, '/slates')
  await page.getByRole('link', { name: '新方案' }).click()
  await smallForm(page)
  await page.getByLabel('名称').fill('两个空缺先补')
  await page.getByRole('button', { name: '开始搜索' }).click()
  await searched(page)
  const first = page.url()

  const step = page.locator('.step').first()
  const name = await step.locator('.step-name').innerText()
  await step.press('Enter')
  await page.getByRole('heading', { name: '对目标值的增减' }).waitFor()
  await page.getByRole('button', { name: '锁定这一步' }).click()
  await page.waitForURL((url) => url.pathname !== new URL(first).pathname)
  await searched(page)
  expect(await page.locator('h1').innerText()).toMatch(/^两个空缺先补（\d+）$/)
  expect(await page.locator('.slate-locks').innerText()).toContain(name)
  expect(await page.locator('.slate-locks').innerText()).toContain('林晓舟')
  await page.locator('.step-mark', { hasText: '已锁定' }).waitFor()

  await page.getByRole('button', { name: '为什么不是……' }).click()
  await page.getByRole('combobox', { name: '岗位' }).click()
  await page.locator('.ant-select-item-option:visible').last().click()
  await page.getByRole('combobox', { name: '查找一人' }).fill('王')
  await page.locator('.ant-select-item-option:visible', { hasText: '王' }).first().click()
  await page.locator('.why-not-answer b').waitFor({ timeout: 60_000 })
  expect((await page.locator('.why-not-answer').innerText()).length).toBeGreaterThan(10)
  expect(guest.complaints).toEqual([])
}, 240_000)

test('wishes that clash are named, and the way back to them keeps what was asked', async () => {
  const guest = await visit()
  const page = await open(guest, '/slates/new')
  await smallForm(page)
  for (const surname of ['王', '李']) {
    await page.getByRole('combobox', { name: '谁' }).fill(surname)
    const found = page.locator('.ant-select-item-option:visible', { hasText: surname })
    await found.first().click()
    await found.first().waitFor({ state: 'hidden' })
    const seat = page.getByRole('combobox', { name: '哪个岗位' })
    await seat.click()
    await seat.press('Enter')
    await page.getByRole('button', { name: '加这个锁定' }).click()
  }
  expect(await page.locator('.wish-locks li').count()).toBe(2)
  await page.getByRole('button', { name: '开始搜索' }).click()
  await page.locator('.clash li').first().waitFor({ timeout: 90_000 })
  await page.getByRole('link', { name: '去改条件' }).click()
  await soon(() => page.locator('.wish-locks li').count()).toBe(2)
  expect(guest.complaints).toEqual([])
}, 240_000)

test('two saved slates stand side by side', async () => {
  const guest = await visit()
  const page = await open(guest, '/slates')
  for (const at of [0, 1]) await page.locator('.slates tbody').getByRole('checkbox').nth(at).check()
  await page.getByRole('button', { name: '并列比较' }).click()
  await page.getByRole('heading', { name: '各空缺由谁来' }).waitFor()
  expect(await page.locator('.slates-side').first().locator('thead th').count()).toBe(2)
  expect(guest.complaints).toEqual([])
})

test('from the board of seats to a vacancy: every count lists its seats, the filters stay in the address', async () => {
  const guest = await visit()
  const page = await open(guest, '/vacancies')
  await page.getByRole('link', { name: '岗位一览' }).click()
  const counts = page.locator('.level-counts tfoot a')
  const overdue = Number(await counts.nth(1).innerText())
  await counts.nth(1).click()
  await soon(() => new URL(page.url()).searchParams.get('state')).toBe('overdue')
  await settled(page)
  await soon(() => page.locator('.due-rows tbody').count()).toBe(overdue)
  await counts.first().click()
  await settled(page)
  await page.getByRole('checkbox').first().check()
  expect(await page.getByRole('link', { name: '放入方案推演' }).getAttribute('href')).toMatch(
    /^\/slates\/new\?vacancies=/,
  )
  await page.locator('.seat-links').first().getByRole('link', { name: '人选比对' }).click()
  await page.locator('.matrix').waitFor()
  expect(guest.complaints).toEqual([])
})

test('why somebody is not on the list is answered by name, with the rules or the fit', async () => {
  const guest = await visit()
  const page = await open(guest, '/vacancies')
  const { seat } = await listedPair(page)
  const name = await page.evaluate(async (positionId) => {
    const { rows } = await (await fetch(`/api/vacancies/${positionId}/rules?verdict=unmet&limit=1`)).json()
    return rows[0].name as string
  }, seat)
  await open(guest, `/vacancies/${seat}`)
  await page.locator('.absence input').fill(name)
  await page.locator('.ant-select-item-option', { hasText: name }).first().click()
  await page.locator('.absence-answer').waitFor()
  expect(await page.locator('.absence-answer').innerText()).toContain('不在名单上')
  expect(await page.locator('.absence-answer .verdict-shape').count()).toBeGreaterThan(0)
  expect(new URL(page.url()).searchParams.get('absent')).toBeTruthy()
  expect(guest.complaints).toEqual([])
})

test('meeting screen: keys turn pages, names stay hidden until they are shown, nothing is smaller than 18 pixels', async () => {
  const guest = await visit({ size: { width: 1920, height: 1080 } })
  const page = await open(guest, '/vacancies')
  const { seat, cadre } = await listedPair(page)
  const name = await page.evaluate(
    async (id) => (await (await fetch(`/api/vacancies/${id}`)).json()).tiers[0].members[0].name as string,
    seat,
  )
  await page.goto(`${desk.address}/vacancies/${seat}/meeting?cadres=${cadre}`)
  await settled(page)
  const at = () => page.locator('.stage-foot b').innerText()
  expect(await at()).toBe('1 / 2')
  await page.keyboard.press('ArrowRight')
  await soon(at).toBe('2 / 2')
  const heading = page.locator('.stage-page[data-shown=true] h2')
  expect(await heading.innerText()).toBe('人选一')
  expect(await page.locator('.stage').innerText()).not.toContain(name)
  expect(await page.title()).not.toContain(name)
  await page.keyboard.press('h')
  await soon(() => heading.innerText()).toBe(name)
  const least = await page
    .locator('.stage')
    .evaluate((stage) =>
      Math.min(
        ...[...stage.querySelectorAll('h1, h2, h3, p, dt, dd, small, button, b, span')]
          .filter((element) => element.getClientRects().length > 0 && element.textContent?.trim() !== '')
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      ),
    )
  expect(least).toBeGreaterThanOrEqual(18)
  await page.keyboard.press('Home')
  await soon(at).toBe('1 / 2')
  await page.keyboard.press('End')
  await soon(at).toBe('2 / 2')
  await page.keyboard.press('Escape')
  await soon(() => new URL(page.url()).pathname).toBe(`/vacancies/${seat}`)
  expect(guest.complaints).toEqual([])
})

test('from a month of the wave to its list, and from a vacancy to who is one move away and the three considerations', async () => {
  const guest = await visit()
  const page = await open(guest, '/timing?part=limits')
  const bar = page.locator('.limits-bar:not(.passed):enabled').first()
  const total = await bar.locator('.limits-total').innerText()
  await bar.click()
  await page.waitForURL(/month=/)
  await settled(page)
  await soon(() => page.locator('.timing-two table').first().locator('tbody tr').count()).toBe(Number(total))

  await page.getByRole('link', { name: '就绪程度' }).click()
  await page.getByRole('link', { name: /差一步/ }).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: /现在可比对/ }).click()
  await page.waitForURL(/step=now/)

  const { seat, cadre } = await listedPair(page)
  await page.goto(`${desk.address}/vacancies/${seat}/considerations?cadres=${cadre}`)
  await settled(page)
  const sheet = page.locator('.considered')
  for (const factor of ['区域发展需求', '班子建设需要', '干部成长因素', '用其所长', '用当其时'])
    await sheet.getByRole('rowheader', { name: factor, exact: true }).waitFor()
  expect(await sheet.locator('thead th').count()).toBe(3)
  await page.getByRole('link', { name: '回到第一档' }).click()
  await soon(() => sheet.locator('thead th').count()).toBeGreaterThanOrEqual(3)
  expect(guest.complaints).toEqual([])
})
