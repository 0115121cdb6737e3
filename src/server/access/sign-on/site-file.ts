/** Where people of this site sign on elsewhere: a file of the site, never a page of the workbench. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { ProblemError } from '#domain/problem.ts'
import { isClosed } from '#records/keeping/index.ts'

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** TLS everywhere but on this machine, where there is no wire. */
const address = z
  .url()
  .refine((text) => {
    // Asked also of what is no address at all.
    const { protocol, hostname } = URL.parse(text) ?? { protocol: '', hostname: '' }
    return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
  }, 'https')
  .transform((text) => text.replace(/\/+$/, ''))

const common = {
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** What there says who it is: it must be the account here, letter for letter. */
  account: z.string().min(1),
  /** Opens an account without any right for whoever has none here. */
  opens: z.boolean().default(false),
  /** The other site asks for two factors, so that none is asked here. */
  twofold: z.boolean().default(false),
}

const oidc = z.strictObject({
  ...common,
  protocol: z.literal('oidc'),
  issuer: address,
  client: z.string().min(1),
  secretFile: z.string().min(1).optional(),
})
const cas = z.strictObject({ ...common, protocol: z.literal('cas'), server: address })

const siteFile = z
  .strictObject({ site: address, providers: z.array(z.discriminatedUnion('protocol', [oidc, cas])).min(1) })
  .refine(({ providers }) => new Set(providers.map(({ id }) => id)).size === providers.length, 'ids differ')

export type OidcProvider = z.output<typeof oidc> & { readonly secret?: string }
export type CasProvider = z.output<typeof cas>
export interface SignOnSite {
  /** The address of the workbench, without a slash at its end. */
  readonly site: string
  readonly providers: readonly (OidcProvider | CasProvider)[]
}

/**
 * Reads the file (YAML or JSON) and the secrets that it names. @throws ProblemError `sign-on-file`, `sign-on-secret`
 * @example
 * site: https://zhiren.example.gov.cn
 * providers:
 *   - { id: oa, protocol: oidc, name: { zh: 统一认证, en: City sign-on }, issuer: https://sso.example.gov.cn,
 *       client: zhiren, secretFile: /etc/zhiren/oa.secret, account: preferred_username }
 */
export function readSignOnFile(file: string): SignOnSite {
  const { site, providers } = parsed(file)
  return {
    site,
    providers: providers.map((provider) =>
      provider.protocol === 'oidc' && provider.secretFile !== undefined
        ? { ...provider, secret: secretIn(provider.secretFile) }
        : provider,
    ),
  }
}

function parsed(file: string): z.output<typeof siteFile> {
  let text: unknown
  try {
    text = parse(readFileSync(file, 'utf8'), { logLevel: 'error' })
  } catch {
    throw badFile(file, '')
  }
  const read = siteFile.safeParse(text)
  if (!read.success) throw badFile(file, read.error.issues[0]?.path.join('.') ?? '')
  return read.data
}

function secretIn(file: string): string {
  let secret: string
  try {
    if (!isClosed(file)) throw badSecret(file)
    secret = readFileSync(file, 'utf8').trim()
  } catch {
    throw badSecret(file)
  }
  if (secret === '') throw badSecret(file)
  return secret
}

const badFile = (file: string, place: string): ProblemError =>
  new ProblemError({
    code: 'sign-on-file',
    message: {
      zh: `单点登录设置 ${file} 读不了${place === '' ? '' : `，出错的地方是 ${place}`}。`,
      en: `The single sign-on file ${file} cannot be used${place === '' ? '' : `: see ${place}`}.`,
    },
    mend: {
      zh: '按 docs/operations.md「单点登录」一节改正；地址都用 https。',
      en: 'Mend it by the section on single sign-on in docs/operations.md; every address is https.',
    },
  })

const badSecret = (file: string): ProblemError =>
  new ProblemError({
    code: 'sign-on-secret',
    message: {
      zh: `单点登录的密钥文件 ${file} 读不了，或者别人也能读。`,
      en: `The secret file ${file} of single sign-on cannot be read, or others can read it.`,
    },
    mend: { zh: '写入密钥，权限设为 0600。', en: 'Write the secret into it and set its mode to 0600.' },
  })
