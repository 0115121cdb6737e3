import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { type Reach, reachOf } from './reach.ts'

function refusal(reach: Reach) {
  try {
    return reachOf(reach)
  } catch (error) {
    return error instanceof ProblemError ? error.problems : error
  }
}

const missing = join(tmpdir(), 'zhiren-no-such-file.pem')

it('by this machine alone changes nothing', () => {
  expect(reachOf({})).toEqual({})
})

it('through a proxy is over TLS, under its names alone, and believes this machine about who asks', () => {
  expect(reachOf({ behindProxy: ['zhiren.example.gov.cn'] })).toEqual({
    hosts: ['zhiren.example.gov.cn'],
    proxies: ['loopback'],
    secureCookies: true,
  })
})

it.each([
  [
    { behindProxy: ['https://zhiren.example.gov.cn'] },
    'proxy-name',
    '--behind-proxy 的「https://zhiren.example.gov.cn」不是主机名。',
    '写浏览器地址里的主机名，小写，不带 https:// 和端口；几个用逗号隔开。',
  ],
  [
    { behindProxy: ['zhiren.example.gov.cn'], proxyAddresses: ['10.0.0.0/33'] },
    'proxy-address',
    '--proxy-address 的「10.0.0.0/33」不是地址或网段。',
    '写 10.0.0.5 或 10.0.1.0/24；几个用逗号隔开。',
  ],
  [{ tls: { certFile: missing } }, 'tls-pair', '--tls-cert 和 --tls-key 要一起写。', '补上另一个，都是 PEM 文件。'],
  [{ tls: { certFile: missing, keyFile: missing } }, 'tls-file', `读不出 ${missing}。`, '核对路径和读取权限。'],
  [
    { tls: { certFile: import.meta.filename, keyFile: import.meta.filename } },
    'tls-unusable',
    `${import.meta.filename} 和 ${import.meta.filename} 不是一对能用的证书和密钥。`,
    '用没有口令的 PEM 密钥，证书在前、中间证书在后。',
  ],
] as const)('refuses %j', (reach, code, zh, mend) => {
  expect(refusal(reach)).toMatchObject([{ code, message: { zh }, mend: { zh: mend } }])
})
