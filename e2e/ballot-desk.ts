/** A ballot by hand: slips made, handed out, cast on phones, counted before witnesses, recorded in its case. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { desk, settled, visit } from './browser.ts'

/** The words of a PDF that `take` brings down. */
export async function textOfDownload(page: Page, take: () => Promise<unknown>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), take()])
  const bytes = new Uint8Array(await readFile(await download.path()))
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
  return text
}

export interface DecisionBallot {
  readonly due: number
  readonly agree: number
  readonly disagree: number
  readonly heldOn: string
}

/** From the page of a case at its decision: members vote with drawn codes; nobody sees a result before the end. */
export async function castBallot(page: Page, vote: DecisionBallot): Promise<void> {
  await page.getByRole('link', { name: '组织投票' }).click()
  await settled(page)
  await page.getByRole('radio', { name: '表决' }).check()
  await page.getByLabel('日期', { exact: true }).fill(vote.heldOn.replaceAll('-', '.'))
  await page.getByLabel('应到').fill(String(vote.due))
  await page.getByRole('button', { name: '建立' }).click()
  await page.waitForURL(/\/ballots\/[0-9a-f-]{36}/)
  await settled(page)

  const slips = await textOfDownload(page, () => page.getByRole('button', { name: '生成票条' }).click())
  const codes = codesIn(slips)
  if (codes.length < vote.due) throw new Error(`${codes.length} codes on the slips:\n${slips.slice(0, 400)}`)
  await page.getByLabel(/实到$/).fill(String(vote.agree + vote.disagree))
  await page.getByLabel(/发出票条$/).fill(String(vote.agree + vote.disagree))
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await page.getByRole('button', { name: '开始投票' }).click()
  await page.getByText('正在投票').waitFor()

  const phone = await visit({ size: { width: 390, height: 844 } })
  for (let cast = 0; cast < vote.agree + vote.disagree; cast += 1) {
    await phone.page.goto(`${desk.address}/vote`)
    await phone.page.getByLabel('投票码').fill(codes[cast] ?? '')
    await phone.page.locator('.vote-main').click()
    await phone.page.getByLabel(cast < vote.agree ? '同意' : '不同意', { exact: true }).check()
    await phone.page.locator('.vote-main').click()
    await phone.page.locator('.vote-foot .vote-main').click()
    await phone.page.locator('.vote-card[role=status]').waitFor()
  }

  await page.reload()
  await settled(page)
  if ((await page.locator('main').innerText()).includes('不同意')) throw new Error('a result is shown before the end')
  await page.getByLabel('监票人').fill('钱静、孙宁')
  await page.getByLabel('计票人', { exact: true }).fill('李远、周舟')
  await page.getByRole('button', { name: '结束并计票' }).click()
  await page.getByText('计票结果').waitFor()
  await page.getByRole('button', { name: '记入', exact: true }).click()
  await page.getByText('已记入').first().waitFor()
}

/** Codes stand in groups of four letters and figures. */
const codesIn = (slips: string): string[] =>
  [...slips.matchAll(/\b[0-9A-Z]{4}(?:[- ][0-9A-Z]{4})+\b/g)].map(([code]) => code)
