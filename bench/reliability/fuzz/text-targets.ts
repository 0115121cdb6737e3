/** Rule files, calendars, and what other systems answer: sign-on and provisioning. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  answerOf,
  type Case,
  loadRuleBook,
  parseOverlay,
  readCaseFile,
  readCases,
  readYear,
  standardFolders,
  writeYear,
} from '../../../src/policy/index.ts'
import { purposes } from '../../../src/policy/rulebook/rule.ts'
import { readCasResponse } from '../../../src/server/access/sign-on/cas-response.ts'
import { readSignOnFile } from '../../../src/server/access/sign-on/site-file.ts'
import { accountInFilter, calledIn, patchBody, readPatch, userBody } from '../../../src/server/http/scim/shapes.ts'
import { fileOf } from './archives.ts'
import type { Input } from './mutation.ts'
import { bytesOf, hold, onePart, type Target, textOf } from './target.ts'

const book = loadRuleBook()
const asOf = 20261123

let cases: Map<string, Case[]> | undefined
function casesOf(rule: string): readonly Case[] {
  cases ??= Map.groupBy(readCases(), (one) => one.rule)
  return cases.get(rule) ?? []
}

const overlay = `parameters:
  - { rule: APPT-08-1-SERVICE, name: min_service_years, value: 6, from: 2027-01-01, document: 云组〔2026〕1号, by: 市委组织部, on: 2026-12-20 }
confirmations:
  - { rule: APPT-08-1-SERVICE, document: 云组〔2026〕1号, by: 市委组织部, on: 2026-12-20 }
`

/** The rule files themselves: as a study they may take the place of the rules that they are. */
function ruleFiles(): readonly Input[] {
  return standardFolders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml') && !/(^|\/)(cases\/.*|instrument\.yaml)$/.test(name))
      .map((name) => readFileSync(join(folder, name)))
      .filter((text) => text.length < 12_000)
      .map((text) => onePart('rules.yaml', text)),
  )
}

/** What may be adopted may be asked: every rule binds, and answers the cases of its own id. */
function adopt(text: string): void {
  const adopted = book.with(parseOverlay(text, 'rules.yaml'), { study: true })
  for (const purpose of purposes) adopted.inForce(purpose, asOf)
  for (const [id, rule] of adopted.rules) {
    if (book.rules.get(id) === rule) continue
    for (const one of casesOf(id).slice(0, 2)) answerOf(one, adopted)
  }
}

const caseFiles = (): readonly Input[] =>
  standardFolders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(^|\/)cases\/.*\.yaml$/.test(name))
      .map((name) => readFileSync(join(folder, name)).subarray(0, 4000))
      .map((text) => onePart('case.yaml', text.subarray(0, text.lastIndexOf('\n- ') + 1))),
  )

const cas = `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess><cas:user>lin</cas:user>
<cas:attributes><cas:mail>a&amp;b</cas:mail></cas:attributes></cas:authenticationSuccess></cas:serviceResponse>`

const signOn = `site: https://zhiren.example
providers:
  - { id: oa, protocol: oidc, name: { zh: 统一认证, en: City sign-on }, issuer: https://sso.example, client: zhiren, account: sub }
  - { id: cas, protocol: cas, name: { zh: 认证, en: CAS }, server: http://127.0.0.1:8443/cas/, account: user, opens: true }
`

const user = { userName: 'lin', displayName: '林', name: { familyName: '林', givenName: '望舒' }, active: 'True' }
const patch = {
  Operations: [
    { op: 'Replace', path: 'active', value: false },
    { op: 'add', value: { displayName: '林' } },
  ],
}

/** A body that is no JSON is refused before these shapes are asked. */
function readScim(text: string): void {
  const filtered = accountInFilter(text)
  hold(filtered === undefined || (filtered.length > 0 && filtered.length <= 64), 'an account in a filter')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return
  }
  const asUser = userBody.safeParse(body)
  if (asUser.success) calledIn(asUser.data)
  const asPatch = patchBody.safeParse(body)
  if (asPatch.success) readPatch(asPatch.data)
}

export const textTargets: readonly Target[] = [
  {
    name: 'rules: what a place adopts',
    weight: 6,
    seeds: () => [onePart('overlay.yaml', overlay)],
    read(input) {
      book.with(parseOverlay(textOf(input), 'overlay.yaml'), { study: true })
    },
  },
  { name: 'rules: rule files', weight: 3, seeds: ruleFiles, read: (input) => adopt(textOf(input)) },
  {
    name: 'rules: case files',
    weight: 4,
    seeds: caseFiles,
    read(input) {
      for (const one of readCaseFile(fileOf('case.yaml', bytesOf(input)))) answerOf(one, book)
    },
  },
  {
    name: 'rules: days of a year',
    weight: 4,
    seeds: () => [
      onePart('year', '放假 元旦 2026-01-01/2026-01-03，春节 2026-02-15/2026-02-23；上班 2026-01-04，2026-02-14'),
    ],
    read(input) {
      const year = readYear(textOf(input))
      if (year) hold(readYear(writeYear(year)), 'a year that was read can be written and read again')
    },
  },
  {
    name: 'sign-on: answer of CAS',
    weight: 8,
    seeds: () => [onePart('cas.xml', cas)],
    read(input) {
      const found = readCasResponse(textOf(input))
      hold(found === undefined || found.user !== '', 'a user that is named')
    },
  },
  {
    name: 'sign-on: file of the site',
    weight: 3,
    seeds: () => [onePart('sign-on.yaml', signOn)],
    read(input) {
      readSignOnFile(fileOf('sign-on.yaml', bytesOf(input)))
    },
  },
  {
    name: 'provisioning: filter and bodies',
    weight: 8,
    seeds: () =>
      ['userName eq "lin"', JSON.stringify(user), JSON.stringify(patch)].map((text) => onePart('scim', text)),
    read: (input) => readScim(textOf(input)),
  },
]
