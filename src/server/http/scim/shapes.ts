/** The part of SCIM 2.0 (RFC 7643, 7644) that opening and closing accounts needs. */
import { z } from 'zod'
import type { StoredAccount } from '#records/index.ts'

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error'

const part = z.string().max(60)
/** Some directories write it as a word. */
const truth = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })])

/** What is not named here is left alone, a password above all. */
export const userBody = z.object({
  userName: z.string(),
  displayName: part.optional(),
  name: z.object({ formatted: part.optional(), familyName: part.optional(), givenName: part.optional() }).optional(),
  active: truth.default(true),
})

const values = z.object({ active: truth.optional(), displayName: part.optional() })
export const patchBody = z.object({
  Operations: z
    .array(z.object({ op: z.string(), path: z.string().optional(), value: z.unknown() }))
    .min(1)
    .max(20),
})

/** What a patch asks for; undefined where it asks for anything else. */
export function readPatch({ Operations }: z.output<typeof patchBody>): z.output<typeof values> | undefined {
  let asked: z.output<typeof values> = {}
  for (const { op, path, value } of Operations) {
    if (!/^(replace|add)$/i.test(op) || (path !== undefined && !(path in values.shape))) return undefined
    const read = values.strict().safeParse(path === undefined ? value : { [path]: value })
    if (!read.success) return undefined
    asked = { ...asked, ...read.data }
  }
  return asked
}

/** As the person is called; the account where nothing is told. */
export function calledIn({ userName, displayName, name }: z.output<typeof userBody>): string {
  const parts = `${name?.familyName ?? ''}${name?.givenName ?? ''}`
  return (displayName || name?.formatted || parts || userName).trim()
}

/** The account in a filter `userName eq "account"`; undefined for any other filter. */
export const accountInFilter = (filter: string): string | undefined =>
  /^\s*userName\s+eq\s+"([^"\\]{1,64})"\s*$/i.exec(filter)?.[1]

export const presentUser = ({ account, name, isOpen, openedAt }: StoredAccount, origin: string) => ({
  schemas: [userSchema],
  id: account,
  userName: account,
  displayName: name.zh,
  active: isOpen,
  meta: {
    resourceType: 'User',
    created: openedAt.toISOString(),
    location: `${origin}/api/scim/v2/Users/${account}`,
  },
})

export const presentList = (total: number, startIndex: number, users: readonly object[]) => ({
  schemas: [listSchema],
  totalResults: total,
  startIndex,
  itemsPerPage: users.length,
  Resources: users,
})

export const presentError = (status: number, scimType: string | undefined, detail: string) => ({
  schemas: [errorSchema],
  status: String(status),
  ...(scimType !== undefined && { scimType }),
  detail,
})
