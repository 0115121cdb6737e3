import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Text } from '#domain/text.ts'
import * as acts from './words/acts.ts'
import * as appoint from './words/appoint.ts'
import * as ballots from './words/ballots.ts'
import * as cases from './words/cases.ts'
import * as charts from './words/charts.ts'
import * as considerations from './words/considerations.ts'
import * as development from './words/development.ts'
import * as dossier from './words/dossier.ts'
import * as eligibility from './words/eligibility.ts'
import * as evidence from './words/evidence.ts'
import * as fit from './words/fit.ts'
import * as forms from './words/forms.ts'
import * as frame from './words/frame.ts'
import * as home from './words/home.ts'
import * as imports from './words/imports.ts'
import * as login from './words/login.ts'
import * as matters from './words/matters.ts'
import * as meeting from './words/meeting.ts'
import * as own from './words/own.ts'
import * as papers from './words/papers.ts'
import * as plans from './words/plans.ts'
import * as principals from './words/principals.ts'
import * as requirements from './words/requirements.ts'
import * as reserve from './words/reserve.ts'
import * as roster from './words/roster.ts'
import * as rules from './words/rules.ts'
import * as seats from './words/seats.ts'
import * as separation from './words/separation.ts'
import * as signs from './words/signs.ts'
import * as simulation from './words/simulation.ts'
import * as slate from './words/slate.ts'
import * as slates from './words/slates.ts'
import * as teams from './words/teams.ts'
import * as timing from './words/timing.ts'
import * as todos from './words/todos.ts'
import * as votes from './words/votes.ts'
import * as whatIf from './words/what-if.ts'

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value

function* textsOf(table: object, path: string): Generator<[string, Text]> {
  for (const [name, value] of Object.entries(table)) {
    if (isText(value)) yield [`${path}.${name}`, value]
    else if (typeof value === 'object' && value !== null) yield* textsOf(value, `${path}.${name}`)
  }
}

const texts = [
  ...textsOf(
    {
      acts,
      appoint,
      cases,
      charts,
      considerations,
      development,
      dossier,
      eligibility,
      evidence,
      fit,
      forms,
      frame,
      home,
      imports,
      login,
      matters,
      meeting,
      own,
      papers,
      plans,
      principals,
      requirements,
      reserve,
      roster,
      rules,
      seats,
      separation,
      signs,
      simulation,
      slate,
      slates,
      teams,
      timing,
      todos,
      votes,
      whatIf,
    },
    'words',
  ),
]

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

test('every word of the interface is there in both languages, with the same places to fill', () => {
  expect(texts.length).toBeGreaterThan(200)
  for (const [path, { zh, en }] of texts) {
    expect(zh.trim(), path).not.toBe('')
    expect(en.trim(), path).not.toBe('')
    expect(places(zh), path).toEqual(places(en))
  }
})

test('English words hold no Chinese and Chinese punctuation is full-width', () => {
  const halfWidth = /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u
  for (const [path, { zh, en }] of texts) {
    expect(en, path).not.toMatch(/\p{Script=Han}/u)
    expect(zh, path).not.toMatch(halfWidth)
  }
})

test('the system lists and compares; it does not decide, reject or exclaim', () => {
  for (const [path, { zh, en }] of texts) {
    expect(zh, path).not.toMatch(/淘汰|判定|评定|优胜|不合格|出局|预警|[您请！]/)
    expect(en, path).not.toMatch(/\b(reject|fail|winner|at risk|best|score)|!/i)
  }
})

test('no word is left over: every entry of a table is said somewhere', () => {
  const web = join(import.meta.dirname, '..')
  const source = globSync('**/*.{ts,tsx}', { cwd: web })
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n')
  const tables = Object.entries({
    ...appoint,
    ...ballots,
    ...charts,
    ...dossier,
    ...frame,
    ...home,
    ...login,
    ...meeting,
    ...roster,
    ...rules,
    ...eligibility,
    ...seats,
    ...slate,
    ...slates,
    ...votes,
    ...whatIf,
  })
  const said = tables.filter(([table]) => table.endsWith('Words') && table !== 'needWords')
  const unsaid = said.flatMap(([table, words]) =>
    Object.keys(words)
      .map((key) => `${table}.${key}`)
      .filter((entry) => !source.includes(entry)),
  )
  expect(unsaid).toEqual([])
})
