/** An account from its opening to its closing, by everybody concerned: two keepers, its owner, an authenticator, a passkey. */
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityProblems, desk, picture, problemsInTheDark, settled, signedIn, visit } from './browser.ts'

const own = 'Tern-7-quarry-lamp'
const newcomer = () => `newcomer-${Date.now().toString(36)}`
/** Passkeys are of a name, never of an address of figures. */
const byName = desk.address.replace('127.0.0.1', 'localhost')
const pathOf = (page: Page): string => new URL(page.url()).pathname

/** The administrator opens it, the security officer says what it may do; its one-time password. */
async function opened(account: string): Promise<string> {
  const admin = await signedIn('admin', '/accounts')
  const form = admin.page.locator('.accounts-open')
  const words = {
    account,
    nameZh: '新来',
    nameEn: 'Newly Come',
    officeZh: '干部科',
    officeEn: 'Cadres',
    reason: '调入',
  }
  for (const [name, value] of Object.entries(words)) await form.locator(`input[name=${name}]`).fill(value)
  await form.getByRole('button', { name: '开账号' }).click()
  const handed = admin.page.locator('.accounts-handed code')
  const password = await handed.innerText()
  const row = admin.page.locator(`tr[data-account="${account}"]`)
  await row.getByText('未授权').waitFor()

  const security = await signedIn('security', '/accounts')
  await security.page.locator(`tr[data-account="${account}"]`).getByRole('button', { name: '授予角色' }).click()
  await security.page.locator('select[name=role]').selectOption('officer')
  await security.page.locator('input[name=reason]').fill('任职文件')
  await security.page.getByRole('button', { name: '办理', exact: true }).click()
  await security.page.locator('select[name=role]').waitFor({ state: 'detached' })
  expect([...admin.complaints, ...security.complaints]).toEqual([])
  return password
}

async function enter(page: Page, account: string, password: string, address = desk.address): Promise<void> {
  await page.goto(`${address}/login`)
  await page.locator('input[name=username]').fill(account)
  await page.locator('input[name=current-password]').fill(password)
  await page.locator('button[type=submit]').click()
}

async function leave(page: Page): Promise<void> {
  await page.locator('.account > button').click()
  await page.locator('.account-act').last().click()
  await page.waitForURL((url) => url.pathname === '/login')
}

/** Its owner sets a password and enrols an authenticator; the secret of that, and recovery codes. */
async function begun(page: Page, account: string, oneTime: string) {
  await enter(page, account, oneTime)
  await page.locator('input[name=current]').fill(oneTime)
  await page.locator('input[name=next]').fill('Sunshine-2026-!')
  await page.locator('.password-meter', { hasText: '容易被猜到' }).waitFor()
  await page.locator('input[name=next]').fill(own)
  await page.locator('.password-meter', { hasText: '够强' }).waitFor()
  await picture(page, 'account-password')
  await page.locator('input[name=again]').fill(own)
  await page.getByRole('button', { name: '更换口令' }).click()
  await page.getByRole('button', { name: '登记验证器' }).click()
  const key = (await page.locator('.account-key').innerText()).replaceAll(' ', '')
  const totp = new TOTP({ secret: Secret.fromBase32(key) })
  await page.locator('.account-picture svg').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'account-totp')
  await page.locator('input[name=code]').fill(totp.generate())
  await page.getByRole('button', { name: '确认' }).click()
  const shown = page.locator('.account-codes code')
  await shown.nth(9).waitFor()
  const codes = await shown.allInnerTexts()
  await page.getByRole('button', { name: '已经存好' }).click()
  return { totp, codes }
}

test('an account is opened by one, granted by another, taken over by its owner, and closed', async () => {
  const account = newcomer()
  const oneTime = await opened(account)
  const { page, complaints } = await visit()
  const { totp, codes } = await begun(page, account, oneTime)
  await page.getByRole('link', { name: '开始办理' }).click()
  await page.locator('.home-due').first().waitFor()

  await leave(page)
  await enter(page, account, own)
  // The code of this half minute has been used: the next one is taken half a minute early.
  await page.locator('input[name=code]').fill(totp.generate({ timestamp: Date.now() + 30_000 }))
  await page.locator('button[type=submit]').click()
  await page.locator('.home-due').first().waitFor()

  const elsewhere = await visit()
  await enter(elsewhere.page, account, own)
  await elsewhere.page.locator('input[name=code]').fill(codes[0] ?? '')
  await elsewhere.page.locator('button[type=submit]').click()
  await elsewhere.page.locator('.home-due').first().waitFor()

  await page.goto(`${desk.address}/account`)
  await page.locator('.account-sessions li').nth(1).waitFor()
  await page.locator('.account-sessions button').click()
  await expect.poll(() => page.locator('.account-sessions li').count()).toBe(1)
  await elsewhere.page.reload()
  await elsewhere.page.waitForURL((url) => url.pathname === '/login')

  const admin = await signedIn('admin', '/accounts')
  await admin.page.locator(`tr[data-account="${account}"]`).getByRole('button', { name: '停用' }).click()
  await admin.page.locator('input[name=reason]').first().fill('调离')
  await admin.page.getByRole('button', { name: '办理', exact: true }).click()
  await admin.page.locator(`tr[data-account="${account}"]`).getByRole('button', { name: '启用' }).waitFor()
  await page.reload()
  await page.waitForURL((url) => url.pathname === '/login')
  expect([...complaints, ...elsewhere.complaints, ...admin.complaints]).toEqual([])
})

test('a passkey is enrolled and signs in by itself', async () => {
  const account = newcomer()
  const oneTime = await opened(account)
  const { page, context, complaints } = await visit()
  const key = await context.newCDPSession(page)
  await key.send('WebAuthn.enable')
  await key.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await enter(page, account, oneTime, byName)
  await page.locator('input[name=current]').fill(oneTime)
  await page.locator('input[name=next]').fill(own)
  await page.locator('input[name=again]').fill(own)
  await page.getByRole('button', { name: '更换口令' }).click()
  await page.locator('input[name=passkey-name]').fill('办公电脑')
  await page.getByRole('button', { name: '登记通行密钥' }).click()
  await page.locator('.account-passkeys').getByText('办公电脑').waitFor()

  await leave(page)
  await page.getByRole('button', { name: '用通行密钥' }).click()
  await page.locator('.home-due').first().waitFor()
  expect(pathOf(page)).toBe('/')
  await page.goto(`${byName}/account`)
  await page.locator('.account-passkeys').getByText('上次使用').waitFor()
  // The password alone is no longer enough.
  await leave(page)
  await enter(page, account, own, byName)
  await page.locator('input[name=code]').waitFor()
  expect(complaints).toEqual([])
})

test.each([
  ['admin', '/accounts'],
  ['security', '/accounts'],
  ['auditor', '/accounts'],
  ['officer', '/account'],
  ['cadre', '/account'],
])('what %s sees of %s is accessible by day and by night', async (account, path) => {
  const { page, complaints } = await signedIn(account, path)
  await settled(page)
  expect([...(await accessibilityProblems(page)), ...(await problemsInTheDark(page))]).toEqual([])
  await picture(page, `${path.slice(1)}-${account}`)
  expect(complaints).toEqual([])
})
