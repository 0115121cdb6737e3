/** A new analysis, begun and stopped again from the top bar: the other journeys keep the results they count on. */
import { expect, test } from 'vitest'
import { accessibilityProblems, open, visit } from './browser.ts'

test.each([
  ['zh-CN', 1440, ['重新分析', '开始分析', '停止', '没有写入结果']],
  ['en-GB', 390, ['Analyse again', 'Begin', 'Stop', 'nothing was written']],
] as const)(
  '%s at %i pixels: what it will change, how far it is, and that nothing changed once stopped',
  async (language, width, [again, begin, stop, stopped]) => {
    const guest = await visit({ language, size: { width, height: 844 } })
    const page = await open(guest, '/cadres')
    const clocks = page.locator('.clocks dl')
    const before = await clocks.innerText()
    await page.locator('.clocks').getByRole('button', { name: again }).click()
    const dialog = page.getByRole('dialog', { name: again })
    await dialog.getByRole('button', { name: begin }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await dialog.getByRole('button', { name: begin }).click()
    await dialog.getByRole('progressbar').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    await dialog.getByRole('button', { name: stop }).click()
    await dialog.getByText(stopped).waitFor()
    expect(await clocks.innerText()).toBe(before)
    expect(guest.complaints).toEqual([])
  },
  60_000,
)
