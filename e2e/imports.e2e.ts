/** A form taken out, changed elsewhere, handed in again: what differs is shown, applied, and taken back as one step. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { desk, open, picture, settled, visit } from './browser.ts'

test('a form comes back with a changed and a conflicting fact, is applied and undone', async () => {
  const guest = await visit()
  const page = await open(guest, '/cadres')
  const address = (await page.locator('.roster-name').nth(7).getAttribute('href')) ?? ''
  await page.goto(`${desk.address}${address}?part=form`)
  await settled(page)

  // Nothing leaves without a purpose.
  const takeOut = page.getByRole('button', { name: '导出 lrmx' })
  await takeOut.click()
  await page.getByRole('alert').first().waitFor()
  await page.locator('.take-out-purpose').fill('外出核对')
  const [download] = await Promise.all([page.waitForEvent('download'), takeOut.click()])
  const form = await readFile(await download.path(), 'utf8')
  const born = /<ChuShengNianYue>(\d{4})(\d{2})/.exec(form)
  const changed = form
    .replace(/<ChuShengNianYue>\d{6}/, `<ChuShengNianYue>${Number(born?.[1]) - 1}${born?.[2]}`)
    .replace(/<ZhuanYeJiShuZhiWu>[^<]*|<ZhuanYeJiShuZhiWu\/>/, '<ZhuanYeJiShuZhiWu>高级经济师')
    .replace(/(<NianDuKaoHeJieGuo>)/, '$12019年年度考核优秀；')

  await page.goto(`${desk.address}/imports`)
  await settled(page)
  await page.locator('input[type=file]').setInputFiles({
    name: '核对后.lrmx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(changed),
  })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: '应用', exact: true }).waitFor({ timeout: 60_000 })
  await settled(page)
  expect(await page.locator('main').innerText()).toMatch(/有冲突\s*1/)
  await picture(page, 'import-difference')

  await page.getByRole('button', { name: '应用', exact: true }).click()
  const applying = page.getByRole('dialog')
  await applying.getByRole('button', { name: '应用', exact: true }).click()
  await applying.waitFor({ state: 'detached' })
  await page.getByText('已应用').first().waitFor()

  await page.getByRole('button', { name: '撤销', exact: true }).click()
  const undoing = page.getByRole('dialog')
  await undoing.getByRole('button', { name: '撤销', exact: true }).click()
  await undoing.waitFor({ state: 'detached' })
  await page.getByText('已撤销').first().waitFor()

  await page.goto(`${desk.address}/exports`)
  await settled(page)
  expect(await page.locator('main').innerText()).toContain('外出核对')
  expect(guest.complaints).toEqual([])
}, 120_000)

test('what is no form is refused in one sentence, and nothing is left half-done', async () => {
  const guest = await visit()
  const page = await open(guest, '/imports')
  await page.locator('input[type=file]').setInputFiles({
    name: '通知.lrmx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('<html><body>登录超时</body></html>'),
  })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
  await page.getByText('不是任免审批表').waitFor({ timeout: 60_000 })
  expect(await page.getByRole('button', { name: '应用', exact: true }).count()).toBe(0)
  expect(guest.complaints).toEqual([])
}, 120_000)
