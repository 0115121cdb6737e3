/**
 * A full case by hand: from the motion over a real ballot, a notice across a holiday week, a gate that holds and an exception
 * with its document, to the confirmation after probation; then its file as one PDF.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { byTheBook, ofEach } from '../src/appoint/procedure/fixtures.ts'
import { castBallot, textOfDownload } from './ballot-desk.ts'
import { desk, open, picture, settled, signedIn, visit } from './browser.ts'
import { answerAll, blocking, goOn, onDay, record, stageOf, typeFacts } from './case-desk.ts'

interface Pair {
  readonly positionId: string
  readonly cadreId: string
  readonly name: string
}

/** A vacancy of a section chief, and a deputy section chief who may be promoted to it. */
const pairToPromote = (page: Page): Promise<Pair> =>
  page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const { vacancies } = await read('/cases/openings')
    const { rows: deputies } = await read('/cadres?postLevel=section-deputy&limit=500')
    const ids = new Set(deputies.map(({ cadreId }: { cadreId: string }) => cadreId))
    for (const { positionId, postLevel, openCases } of vacancies) {
      if (postLevel !== 'section-chief' || openCases.length > 0) continue
      const { rows } = await read(`/vacancies/${positionId}/candidates?verdict=met&limit=200`)
      const found = rows.find(({ cadreId }: { cadreId: string }) => ids.has(cadreId))
      if (found) return { positionId, cadreId: found.cadreId, name: found.name }
    }
    throw new Error('nobody may be promoted to any vacancy')
  })

test('a promotion from the motion to the confirmation, with a ballot, a notice over a holiday week, and an exception', async () => {
  const guest = await visit()
  const page = await open(guest, '/cases')
  const { positionId, cadreId, name } = await pairToPromote(page)

  await page.goto(`${desk.address}/cases/new?position=${positionId}&cadre=${cadreId}&name=${encodeURIComponent(name)}`)
  await settled(page)
  await page.getByLabel('立项日期').fill('2025.08.04')
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
  await page.locator('.case-gate').waitFor()
  const address = new URL(page.url()).pathname

  // The gate says what is missing, by name.
  expect(await blocking(page)).toContain('动议')
  expect(await page.locator('.case-advance .main-button').isDisabled()).toBe(true)
  await typeFacts(page, { ...byTheBook['motion'], motion_on: 20250804, posts: 1 })
  await record(page, '动议请示', '2025-08-04')
  await goOn(page, '2025-08-08')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('民主推荐')

  await typeFacts(page, {
    ...byTheBook['recommendation'],
    talks_on: 20250811,
    meeting_on: 20250813,
    recommended_on: 20250815,
    recommended_position: positionId,
    concentrated: true,
  })
  await record(page, '会议推荐情况汇总', '2025-08-15')
  await goOn(page, '2025-08-18')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('确定考察对象')

  await typeFacts(page, { grounds: byTheBook['appraisees']?.grounds ?? {}, appraisees_on: 20250818 })
  await record(page, '部务会纪要', '2025-08-18')
  await goOn(page, '2025-08-20')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('考察')

  await typeFacts(page, { appraised_on: 20250820, appraisers: [{ name: '赵平', concerned: false, recused: false }] })
  await typeFacts(page, ofEach['appraisal'] ?? {}, cadreId)
  await record(page, '考察材料', '2025-09-08')

  // One appraiser where the law asks for two: an officer cannot pass, the head records a written exception.
  await onDay(page, '2025-09-08')
  await answerAll(page)
  expect(await blocking(page)).toEqual(['考察组人数'])
  expect(await page.locator('.case-advance .main-button').isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: '记录例外批准' }).count()).toBe(0)
  await picture(page, 'case-gate-holds')
  const chief = await signedIn('head', address)
  await onDay(chief.page, '2025-09-08')
  await chief.page.getByRole('button', { name: '记录例外批准' }).click()
  const exception = chief.page.getByRole('dialog')
  await exception.getByLabel('批准机关或者批准人').fill('市委组织部部务会')
  await exception.getByLabel('文号').fill('市组〔2025〕17号')
  await exception.getByLabel('文件日期').fill('2025.09.05')
  await exception.getByLabel('理由').fill('同期换届考察，人手不足')
  await exception.getByRole('button', { name: '记录批准' }).click()
  await exception.waitFor({ state: 'detached' })
  await page.reload()
  await settled(page)
  await onDay(page, '2025-09-08')
  expect(await blocking(page)).toEqual([])
  expect(await page.locator('.gate-entry.overridden').innerText()).toContain('市组〔2025〕17号')
  await goOn(page, '2025-09-08')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('酝酿')

  await typeFacts(page, byTheBook['deliberation'] ?? {})
  await record(page, '酝酿情况', '2025-09-22')
  await goOn(page, '2025-09-22')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('讨论决定')

  await castBallot(page, { due: 11, agree: 8, disagree: 1, heldOn: '2025-09-26' })
  await page.goto(`${desk.address}${address}`)
  await settled(page)
  await typeFacts(page, {
    deciding_body: 'standing-committee',
    chief_last: true,
    large_disagreement: false,
    reconsidered: false,
    members: [...'甲乙丙丁戊己庚辛壬'].map((member) => ({
      name: `${member}委员`,
      present: true,
      opinion: 'agree' as const,
      concerned: false,
      recused: false,
    })),
  })
  await record(page, '常委会会议纪要', '2025-09-26')
  await goOn(page, '2025-09-28')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('任前公示')

  // The National Day week does not count: of eight weekdays on the wall the law counts two.
  await typeFacts(page, { notice_from: 20250929, notice_to: 20251008 })
  await record(page, '任前公示', '2025-10-08')
  await goOn(page, '2025-10-09').catch(() => undefined)
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('任前公示')
  expect(await blocking(page)).toEqual(['任前公示'])
  expect(await page.locator('.gate-entry.blocks').innerText()).toContain('不足5个工作日')
  await typeFacts(page, { notice_to: 20251011 })
  await record(page, '任前公示', '2025-10-11', '公示延长到10月11日')
  await goOn(page, '2025-10-13')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('任职')

  await typeFacts(page, { talked_on: 20251013, appointed_on: 20251013, start_kind: 'decided', tenure_from: 20250926 })
  await record(page, '任职通知', '2025-10-13')
  await goOn(page, '2025-10-13')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('试用期')

  await typeFacts(page, { probation_due: true, probation_from: 20251013, probation_result: 'fit' })
  await record(page, '试用期考核', '2026-10-13')
  await goOn(page, '2026-10-14')
  await expect.poll(() => stageOf(page), { timeout: 10_000 }).toContain('试用期满任职')
  await typeFacts(page, { confirmed_on: 20261014 })
  await record(page, '试用期满任职通知', '2026-10-14')
  await goOn(page, '2026-10-15')

  // Everything is in the record, and the file is one PDF.
  await page.goto(`${desk.address}${address}?tab=timeline`)
  await settled(page)
  const told = await page.locator('main').innerText()
  for (const said of ['市组〔2025〕17号', '公示延长到10月11日', '办结']) expect(told).toContain(said)
  await picture(page, 'case-record')
  await page.getByRole('button', { name: '打印案卷' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('归档')
  await dialog.getByRole('button', { name: '生成' }).click()
  const file = await textOfDownload(page, () => dialog.locator('.case-binding a').click())
  for (const said of ['市组〔2025〕17号', name]) expect(file.replaceAll(/\s/g, '')).toContain(said)
  expect(guest.complaints).toEqual([])
}, 240_000)
