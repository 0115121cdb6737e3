import { launch, visit, open, accessibilityProblems } from './browser.ts'
const desk = { address: 'http://127.0.0.1:8107', password: 'demo-pass-1' }
const browser = await launch('/usr/bin/chromium')
for (const [language,width] of [['zh-CN',1440],['en-GB',1280],['en-GB',390],['zh-CN',1024]] as const) {
  const guest = await visit(browser, { language, size: { width, height: 900 } })
  const page0 = await open(guest, desk, '/teams'); 
  const team = await page0.locator('.teams tbody a').nth(6).getAttribute('href')
  await open(guest, desk, '/signs'); const person = await page0.locator('.sign-about a[href^="/cadres"]').first().getAttribute('href')
  await open(guest, desk, '/signs?kind=rating'); const rated = await page0.locator('.sign-about a[href^="/cadres"]').count() ? await page0.locator('.sign-about a[href^="/cadres"]').first().getAttribute('href') : person
  for (const path of ['/teams', team!, '/signs', rated!]) {
    const page = await open(guest, desk, path); await page.waitForTimeout(600)
    const x = page.locator('.rating-course button'); if (await x.count()) { await x.click(); await page.waitForTimeout(300) }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    console.log(language, width, path, 'overflow', over, await accessibilityProblems(page), guest.complaints.splice(0))
    await page.screenshot({ path: `/tmp/axT-${language.slice(0,2)}-${width}-${path.replace(/\W+/g,'_')}.png`, fullPage: true })
  }
}
await browser.close()
