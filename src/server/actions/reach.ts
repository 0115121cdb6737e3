/** How the workbench is reached from other machines: by TLS of its own, or through a proxy that ends it. */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { ProblemError } from '#domain/problem.ts'
import type { ServerOptions } from '../http/index.ts'

export interface Reach {
  /** The names under which a proxy passes requests on, over TLS; its word for whom it asks is taken. */
  readonly behindProxy?: readonly string[]
  /** From where the proxy asks: addresses or networks; this machine where left out. */
  readonly proxyAddresses?: readonly string[]
  /** PEM files. */
  readonly tls?: { readonly certFile?: string | undefined; readonly keyFile?: string | undefined }
}

/** @throws ProblemError `proxy-name`, `proxy-address`, `tls-pair`, `tls-file`, `tls-unusable` */
export function reachOf({
  behindProxy = [],
  proxyAddresses = ['loopback'],
  tls,
}: Reach): Pick<ServerOptions, 'hosts' | 'proxies' | 'secureCookies' | 'tls'> {
  const unknown = proxyAddresses.find((address) => !isNetwork(address))
  if (unknown !== undefined) throw proxyAddress(unknown)
  const bad = behindProxy.find((host) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host))
  if (bad !== undefined) throw proxyName(bad)
  return {
    ...(behindProxy.length > 0 && { hosts: behindProxy, proxies: proxyAddresses, secureCookies: true }),
    ...(tls && { tls: filesOf(tls), secureCookies: true }),
  }
}

/** `loopback`, `10.0.0.5`, `10.0.1.0/24`. */
function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= longest)
  return text === 'loopback' || (isIP(address) > 0 && isLength && rest.length === 0)
}

function filesOf({ certFile, keyFile }: NonNullable<Reach['tls']>): { cert: Buffer; key: Buffer } {
  if (certFile === undefined || keyFile === undefined) throw tlsPair()
  const pair = { cert: read(certFile), key: read(keyFile) }
  try {
    createSecureContext(pair)
  } catch {
    throw tlsUnusable(certFile, keyFile)
  }
  return pair
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw tlsFile(file)
  }
}

const proxyName = (host: string): ProblemError =>
  new ProblemError({
    code: 'proxy-name',
    message: { zh: `--behind-proxy 的「${host}」不是主机名。`, en: `"${host}" of --behind-proxy is no host name.` },
    mend: {
      zh: '写浏览器地址里的主机名，小写，不带 https:// 和端口；几个用逗号隔开。',
      en: 'Give the host name in the address of the browser in small letters, without https:// and port; several with commas.',
    },
  })

const proxyAddress = (address: string): ProblemError =>
  new ProblemError({
    code: 'proxy-address',
    message: {
      zh: `--proxy-address 的「${address}」不是地址或网段。`,
      en: `"${address}" of --proxy-address is no address and no network.`,
    },
    mend: {
      zh: '写 10.0.0.5 或 10.0.1.0/24；几个用逗号隔开。',
      en: 'Write 10.0.0.5 or 10.0.1.0/24; several with commas.',
    },
  })

const tlsPair = (): ProblemError =>
  new ProblemError({
    code: 'tls-pair',
    message: { zh: '--tls-cert 和 --tls-key 要一起写。', en: '--tls-cert and --tls-key go together.' },
    mend: { zh: '补上另一个，都是 PEM 文件。', en: 'Add the other one; both are PEM files.' },
  })

const tlsFile = (file: string): ProblemError =>
  new ProblemError({
    code: 'tls-file',
    message: { zh: `读不出 ${file}。`, en: `${file} cannot be read.` },
    mend: { zh: '核对路径和读取权限。', en: 'Check the path and the right to read it.' },
  })

const tlsUnusable = (certFile: string, keyFile: string): ProblemError =>
  new ProblemError({
    code: 'tls-unusable',
    message: {
      zh: `${certFile} 和 ${keyFile} 不是一对能用的证书和密钥。`,
      en: `${certFile} and ${keyFile} are no certificate and key that fit.`,
    },
    mend: {
      zh: '用没有口令的 PEM 密钥，证书在前、中间证书在后。',
      en: 'Give a PEM key without a passphrase, and the certificate before those that issued it.',
    },
  })
