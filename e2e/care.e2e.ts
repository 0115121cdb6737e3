/** Care for an early sign: from the signal to its clearing, by those who handle it alone; the cadre has the last word. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk, open, settled, signedIn, visit } from './browser.ts'

const read = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (address) => (await fetch(`/api${address}`)).json(), path)

const linkCadre = (page: Page, cadreId: string | null, reason: string): Promise<number> =>
  page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json', 'x-zhiren-request': '1' }
      return (await fetch('/api/officers/cadre/person', { method: 'PUT', headers, body: JSON.stringify(body) })).status
    },
    { cadreId, reason },
  )

type Answers = Readonly<Record<string, string>>

/** Does an act of the matter: fields by their labels, a choice by what it says, the day as forms write it. */
async function act(page: Page, label: string, on: string, answers: Answers): Promise<void> {
  await page.locator('.matter-acts').getByRole('button', { name: label }).click()
  const dialog = page.getByRole('dialog')
  for (const [field, answer] of Object.entries(answers)) {
    const control = dialog.getByLabel(field)
    if (answer === '是') await dialog.getByRole('group', { name: field }).getByLabel('是').check()
    else if ((await control.evaluate(({ tagName }) => tagName)) === 'SELECT')
      await control.selectOption({ label: answer })
    else await control.fill(answer)
  }
  await dialog.getByLabel('发生日期').fill(on)
  await dialog.locator('.act-do .main-button').click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
}

const study = { 研究的会议: '部务会', '批准人（主要负责人）': '县委书记', 批准意见: '批准' }

test('a sign is checked, asked about, answered, decided on and cleared; nobody else learns of it', async () => {
  const officer = await visit()
  const page = await open(officer, '/signs')
  const item = page.locator('.sign-list .sign').filter({ hasText: '到档案核对' }).first()
  await item.getByRole('button', { name: '立项核查' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('立项理由').fill('由人核查，听取本人说明')
  await dialog.getByLabel('立项日期').fill('2025.11.03')
  await dialog.getByRole('button', { name: '立项核查' }).click()
  await page.waitForURL(/\/matters\/[0-9a-f-]{36}$/)
  await settled(page)
  const path = new URL(page.url()).pathname
  const { subject } = await read<{ subject: { cadreId: string } }>(page, path)

  await act(page, '登记核查', '2025.11.05', {
    核查人: '林晓舟',
    怎样核查: '查阅材料，向分管领导了解',
    查明的情况: '有一件需要本人说明',
    核查结果: '有必要提醒、函询或者诫勉',
    依据和理由: '谈话记录两份',
  })
  await act(page, '确定方式', '2025.11.06', { '方式（第一种形态）': '函询', 选用的理由: '需要本人说明' })
  await act(page, '通知本人', '2025.11.07', {
    送达方式: '当面',
    发文单位: '中共某县委组织部',
    接收人: '本人',
    需要说明的事项: '有关事项的经过',
  })
  await page.getByText('2025.11.28').first().waitFor()
  const letter = page.waitForEvent('download')
  await page.getByRole('button', { name: '函件 通知本人' }).click()
  await page.getByRole('dialog').getByLabel('用途').fill('送达本人')
  await page.getByRole('dialog').getByRole('button', { name: 'PDF' }).click()
  expect((await letter).suggestedFilename()).toContain('函询通知书')
  await page.keyboard.press('Escape')
  await act(page, '本人答复', '2025.11.12', { 答复: '当日在外办案，情况如下' })

  const head = await signedIn('head', path)
  await act(head.page, '登记研究和批准', '2025.11.14', { 研究日期: '2025.11.13', ...study })
  await page.reload()
  await settled(page)
  await act(page, '作出结论', '2025.11.17', {
    结论: '诫勉',
    对答复的研究: '部分属实',
    理由: '作风粗糙',
    依据: '《关于组织人事部门对领导干部进行提醒、函询和诫勉的实施细则》诫勉的批准',
    决定机关: '中共某县委组织部',
  })
  await page.getByText('2026.05.17').first().waitFor()
  await act(page, '跟踪了解', '2026.05.18', { 谈话人: '本人', 改正情况: '已改正', 已经改正: '是' })
  await act(page, '期满销号', '2026.05.19', { 告知本人的方式: '当面' })
  await page.getByText('期满销号').first().waitFor()

  const colleague = await signedIn('colleague', '/signs')
  await colleague.page.getByText('这个账号不在值守名单').waitFor()
  expect(await colleague.page.locator('.sign').count()).toBe(0)
  await colleague.page.goto(`${desk.address}/cadres/${subject.cadreId}?part=matters`)
  await colleague.page.locator('.dossier-header').waitFor()
  await settled(colleague.page)
  expect(await colleague.page.getByRole('heading', { name: '苗头提示' }).count()).toBe(0)
  expect(await read(colleague.page, path)).toMatchObject({ code: 'matter-unknown' })

  const { officers } = await read<{ officers: { account: string; person: { cadreId: string } | null }[] }>(
    head.page,
    '/officers',
  )
  const before = officers.find(({ account }) => account === 'cadre')?.person?.cadreId ?? null
  expect(await linkCadre(head.page, subject.cadreId, '本人查阅')).toBe(200)
  const cadre = await signedIn('cadre', '/me')
  await cadre.page.getByText('作风粗糙').first().waitFor()
  await cadre.page.getByRole('button', { name: '本人补充说明' }).first().click()
  const words = cadre.page.getByRole('dialog')
  await words.getByLabel('性质').selectOption({ label: '说明' })
  await words.getByLabel('内容').fill('感谢组织提醒')
  await words.locator('.act-do .main-button').click()
  await words.waitFor({ state: 'detached' })
  expect(await linkCadre(head.page, before, '恢复演示账号')).toBe(200)

  await page.reload()
  await page.locator('.matter-event.own').filter({ hasText: '感谢组织提醒' }).waitFor()
  expect([officer, head, cadre].flatMap(({ complaints }) => complaints)).toEqual([])
}, 240_000)

test('the head gives the duty, and the colleague sees signs until it is taken back', async () => {
  const head = await signedIn('head', '/signs/duty')
  const change = async (verb: string, reason: string) => {
    await head.page.getByRole('button', { name: `${verb} 许文静` }).click()
    const dialog = head.page.getByRole('dialog')
    await dialog.getByLabel('理由').fill(reason)
    await dialog.getByRole('button', { name: verb, exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await settled(head.page)
  }
  await change('指定', '分管联系')
  const colleague = await signedIn('colleague', '/signs')
  await colleague.page.locator('.sign').first().waitFor()
  await change('撤销', '轮岗')
  await colleague.page.reload()
  await colleague.page.getByText('这个账号不在值守名单').waitFor()
  await head.page.goto(`${desk.address}/signs/ledger`)
  await head.page.getByRole('columnheader', { name: '每千人年误报' }).waitFor()
  expect([head, colleague].flatMap(({ complaints }) => complaints)).toEqual([])
})
