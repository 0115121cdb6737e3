import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { readSignOnFile } from './site-file.ts'

const site = 'https://zhiren.example'
const folder = mkdtempSync(join(tmpdir(), 'zhiren-site-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = (zh: string) => ({ zh, en: zh })
const file = (name: string, content: string, mode = 0o600): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  chmodSync(path, mode)
  return path
}

describe('the file of the site', () => {
  const good = { id: 'oa', protocol: 'cas', name: text('甲'), account: 'user', server: 'https://sso.example' }
  const refusal = (content: string) => {
    try {
      return readSignOnFile(file('bad.yaml', content))
    } catch (error) {
      return error instanceof ProblemError ? error.problems : error
    }
  }
  const path = join(folder, 'bad.yaml')

  it.each([
    ['{', ''],
    [JSON.stringify({ site, providers: [] }), 'providers'],
    [JSON.stringify({ site: 'http://zhiren.example', providers: [good] }), 'site'],
    [JSON.stringify({ site, providers: [{ ...good, server: 'http://sso.example' }] }), 'providers.0.server'],
    [JSON.stringify({ site, providers: [{ ...good, acount: 'user' }] }), 'providers.0'],
    // Found by `npm run bench -- fuzz`: what is no address at all came out as a TypeError.
    [JSON.stringify({ site: 'h h http://127.0.0.1/', providers: [good] }), 'site'],
  ])('%s is refused', (content, place) => {
    expect(refusal(content)).toEqual([
      {
        code: 'sign-on-file',
        message: {
          zh: `单点登录设置 ${path} 读不了${place && `，出错的地方是 ${place}`}。`,
          en: `The single sign-on file ${path} cannot be used${place && `: see ${place}`}.`,
        },
        mend: {
          zh: '按 docs/operations.md「单点登录」一节改正；地址都用 https。',
          en: 'Mend it by the section on single sign-on in docs/operations.md; every address is https.',
        },
      },
    ])
  })

  it('names no secret that others can read', () => {
    const secretFile = file('open-secret', 'x', 0o644)
    const provider = {
      id: 'oa',
      protocol: 'oidc',
      name: text('甲'),
      account: 'sub',
      issuer: 'https://sso.example',
      client: 'z',
      secretFile,
    }
    expect(refusal(JSON.stringify({ site, providers: [provider] }))).toEqual([
      {
        code: 'sign-on-secret',
        message: {
          zh: `单点登录的密钥文件 ${secretFile} 读不了，或者别人也能读。`,
          en: `The secret file ${secretFile} of single sign-on cannot be read, or others can read it.`,
        },
        mend: { zh: '写入密钥，权限设为 0600。', en: 'Write the secret into it and set its mode to 0600.' },
      },
    ])
  })
})
