/**
 * Every page: accessible, nothing cut off, nothing refused by the content policy.
 * - In Chinese at 1440 (axe, and the colours of the night), 1024 and 390 pixels (nothing wider than the window).
 * - In English at 1440 (nothing wider than the window, no Chinese marks) and at 390 (axe). Pages that show other rows of
 *   the same parts (`otherRows`) are looked at in Chinese and by day alone: their parts have been seen on another page.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  accessibilityProblems,
  chineseMarks,
  desk,
  open,
  picture,
  problemsInTheDark,
  settled,
  type Visit,
  visit,
} from './browser.ts'
import { importOfForm } from './handed-in.ts'
import { openedCase } from './opened-case.ts'
import { openedClass } from './opened-class.ts'
import { openedKinds, openedMatter } from './opened-matter.ts'
import { foundSlates } from './saved-slate.ts'

/** A condition with a group inside it. */
const grouped = JSON.stringify({
  all: [
    { field: 'age', is: 'below', value: 45 },
    {
      any: [
        { field: 'townshipYears', is: 'at-least', value: 2 },
        { field: 'grassrootsYears', is: 'at-least', value: 3 },
      ],
    },
  ],
})

async function surveyOf(page: Page): Promise<string> {
  await page.goto(`${desk.address}/surveys`)
  await settled(page)
  return (await page.locator('.surveys tbody a').first().getAttribute('href')) ?? ''
}

/** The addresses of all pages, with a person and a vacancy that are there. */
async function addresses(page: Page): Promise<Record<string, string>> {
  await page.goto(`${desk.address}/vacancies`)
  await settled(page)
  const vacancy = (await page.locator('.vacancies tbody a').first().getAttribute('href')) ?? ''
  await page.goto(`${desk.address}/cadres?rating=separable&role=deputy`)
  await settled(page)
  const people = page.locator('.roster-name')
  const person = (await people.first().getAttribute('href')) ?? ''
  const compared = await Promise.all([0, 1, 2].map((place) => people.nth(place).getAttribute('href')))
  const comparison = `/comparison?${compared.map((href) => `cadres=${href?.split('/').at(-1)}`).join('&')}`
  await page.goto(`${desk.address}/teams`)
  await settled(page)
  const team = (await page.locator('.teams tbody a').first().getAttribute('href')) ?? ''
  const slates = await foundSlates(page)
  const slate = `/slates/${slates[0]}`
  const opened = await openedCase(page)
  const matter = await openedMatter(page)
  return {
    home: '/',
    deliveries: '/deliveries',
    'people-meeting': `/meeting?${compared.map((href) => `cadres=${href?.split('/').at(-1)}`).join('&')}`,
    roster: '/cadres',
    'roster-filtered': '/cadres?postLevel=section-chief&ageTo=50',
    'roster-grouped': `/cadres?where=${encodeURIComponent(grouped)}`,
    'roster-nobody': '/cadres?ageFrom=99',
    'roster-folded': '/cadres?panel=off&density=comfortable',
    dossier: person,
    'dossier-overview': `${person}?part=overview`,
    'dossier-then': `${person}?part=overview&asOf=2018-06-30`,
    'dossier-fit': `${person}?part=fit`,
    'dossier-history': `${person}?part=history`,
    'dossier-roles': `${person}?part=roles`,
    'dossier-checks': `${person}?part=checks`,
    'dossier-kin': `${person}?part=kin`,
    'talent-card': `${person}/card`,
    'dossier-sheet': `${person}?part=sheet`,
    'dossier-achievement': `${person}?part=achievement`,
    'dossier-character': `${person}?part=character`,
    'dossier-evidence': `${person}?part=evidence`,
    'dossier-form': `${person}?part=form`,
    'dossier-work': `${person}?part=work`,
    'roster-designer': '/papers/designs?postLevel=section-chief',
    papers: '/papers',
    'papers-posts': '/papers?paper=post-quota',
    exports: '/exports',
    comparison,
    'comparison-differing': `${comparison}&show=differing`,
    'comparison-seat': `${comparison}&position=${vacancy.split('/').at(-1)}`,
    forms: '/forms',
    imports: '/imports',
    'import-person': await importOfForm(page),
    training: '/training',
    'training-needs': '/training?rule=TRAIN-14-SECTION&state=unmet',
    'training-plan': '/training/plan',
    'training-class': await openedClass(page),
    teams: '/teams',
    team,
    simulation: `${team}/simulation`,
    units: '/units',
    'units-posts': '/units?view=seats&state=vacant',
    'units-quotas': '/units?view=quotas',
    unit: team.replace('/teams/', '/units/'),
    'unit-chart': `${team.replace('/teams/', '/units/')}?view=chart`,
    signs: '/signs',
    'sign-ledger': '/signs/ledger',
    'sign-duty': '/signs/duty',
    vacancies: '/vacancies',
    vacancy,
    'vacancy-rules': `${vacancy}/rules`,
    'vacancy-near': `${vacancy}/rules?only=near`,
    'seats-board': '/vacancies?view=board',
    'seats-to-adjust': '/vacancies?view=board&list=to-adjust',
    'seats-opening': '/vacancies?view=board&list=opening',
    'vacancy-absence': `${vacancy}?absent=${person.split('/').at(-1)}`,
    'vacancy-meeting': `${vacancy}/meeting`,
    'vacancy-meeting-card': `${vacancy}/meeting?page=2`,
    'slate-meeting': `${slate}/meeting`,
    'slate-meeting-chain': `${slate}/meeting?page=2`,
    'vacancy-requirements': `${vacancy}/requirements`,
    'vacancy-considerations': `${vacancy}/considerations`,
    'vacancy-fit': `${vacancy}${person}/fit`,
    cases: '/cases',
    'cases-table': '/cases?view=table',
    'new-case': '/cases/new',
    case: opened,
    'case-appraisal': `${opened}?stage=appraisal`,
    'case-people': `${opened}?tab=people`,
    'case-papers': `${opened}?tab=papers`,
    'case-timeline': `${opened}?tab=timeline`,
    'case-known': `${opened}?tab=known`,
    'case-meeting': `${opened}/meeting`,
    matters: '/matters',
    'matters-care': '/matters?kind=care',
    'matters-closed': '/matters?standing=closed',
    matter,
    ...(await openedKinds(page)),
    todos: '/todos',
    'todos-month': '/todos?view=month',
    'dossier-matters': `${person}?part=matters`,
    ballots: '/ballots',
    'new-ballot': '/ballots/new',
    vote: '/vote',
    slates: '/slates',
    'new-slate': '/slates/new',
    'slate-again': `/slates/new?from=${slates[0]}`,
    slate,
    'slate-list': `${slate}?view=list`,
    'slate-move': `${slate}?move=0`,
    'slate-why-not': `${slate}?whyNot=ask`,
    'slates-side': `/slates/compare?slates=${slates[0]}&slates=${slates[1]}`,
    conflicts: '/conflicts',
    'conflicts-thin': '/conflicts?part=thin',
    'conflicts-duplicates': '/conflicts?part=duplicates',
    'conflicts-sources': '/conflicts?part=sources',
    development: '/development',
    'development-open': '/development?told=open',
    'development-tracks': '/development/tracks',
    'dossier-development': `${person}?part=development`,
    postings: '/development/postings',
    'postings-none': '/development/postings?without=true',
    paths: '/development/paths',
    'path-of': `/development/paths?cadre=${person.split('/').at(-1)}&position=${vacancy.split('/').at(-1)}`,
    placement: '/development/placement',
    plans: '/plans',
    'plans-none': '/plans?state=none',
    reserve: '/reserve',
    'reserve-nobody': '/reserve?only=no-responsible',
    'dossier-over-time': `${person}?part=over-time`,
    principals: '/principals',
    'principals-overdue': '/principals?filter=audit-overdue',
    'principals-meetings': '/principals/meetings',
    'principals-new-meeting': '/principals/meetings/new',
    'principals-audits': '/principals/audits',
    'principals-rectifications': '/principals/rectifications',
    'principals-evaluations': '/principals/evaluations',
    rotation: '/rotation',
    'rotation-month': '/rotation?period=2027',
    'rotation-forecast': '/rotation/forecast',
    'rotation-plan': '/rotation/plan',
    'rotation-exchange': `/rotation/exchange?cadre=${person.split('/').at(-1)}`,
    fitness: '/fitness',
    grades: '/grades',
    tolerance: '/tolerance',
    rewards: '/rewards',
    clearing: '/clearing',
    'key-seats': '/key-seats',
    'key-seats-not-judged': '/key-seats?column=not-judged',
    'key-seat': `/key-seats/${vacancy.split('/').at(-1)}`,
    timing: '/timing',
    'timing-ready': '/timing?part=ready',
    'timing-young': '/timing?part=young',
    'timing-limits': '/timing?part=limits',
    surveys: '/surveys',
    'surveys-flagged': '/surveys?flagged=true',
    survey: await surveyOf(page),
    'dossier-recognition': `${person}?part=recognition`,
    rules: '/rules',
    'rules-of-2016': '/rules?asOf=2016-06-01&state=in-force',
    rule: '/rules/APPT-08-3-TENURE?versions=beside',
    'what-if': '/rules/what-if?set=APPT-08-3-TENURE.deputy_to_chief_years%3D4',
    confirmations: '/rules/confirmations',
    workdays: '/workdays?year=2026',
    officers: '/officers',
    account: '/account',
    help: '/help',
    'help-tasks': '/help?part=tasks',
    'help-methods': '/help?part=methods',
    'help-limits': '/help?part=limits',
    style: '/style',
    missing: '/no-such-page',
  }
}

/** Pixels beyond the window, once charts have followed it. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const beyond = () => document.documentElement.scrollWidth - window.innerWidth
    for (let tries = 0; tries < 20 && beyond() > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
    return beyond()
  })

const heights = { 1440: 900, 1024: 768, 390: 844 } as const

/** Pages that show other rows, or the same ones on another day, in parts that another page shows as well. */
const otherRows: ReadonlySet<string> = new Set([
  'roster-filtered',
  'seats-opening',
  'dossier-then',
  'comparison-differing',
  'training-needs',
  'sign-ledger',
  'matters-care',
  'matters-closed',
  'case-appraisal',
  'slate-again',
  'development-open',
  'postings-none',
  'plans-none',
  'reserve-nobody',
  'principals-overdue',
  'rotation-month',
  'key-seats-not-judged',
  'surveys-flagged',
  'rules-of-2016',
])

interface Look {
  readonly name: string
  readonly path: string
  readonly language: 'zh-CN' | 'en-GB'
  /** From wide to narrow. */
  readonly widths: readonly (keyof typeof heights)[]
  /** The width at which axe looks. */
  readonly looked: number
  /** Axe looks at the colours of the night as well. */
  readonly inTheDark: boolean
}

async function faultsOf(guest: Visit, { name, path, language, widths, looked, inTheDark }: Look): Promise<string[]> {
  const { page } = guest
  const faults: string[] = []
  await page.setViewportSize({ width: 1440, height: 900 })
  await open(guest, path)
  for (const width of widths) {
    await page.setViewportSize({ width, height: heights[width] })
    // In between only the width counts, which waits by itself until charts have followed the window.
    if (width !== 1024) await settled(page)
    const wider = await overflow(page)
    if (wider > 0) faults.push(`${name} is ${wider} pixels wider than a window of ${width}`)
    if (width === looked) {
      const problems = [
        ...(await accessibilityProblems(page)),
        ...(inTheDark && !otherRows.has(name) ? await problemsInTheDark(page) : []),
      ]
      faults.push(...problems.map((problem) => `${name}: ${problem}`))
    }
    await picture(page, `${name}-${language.slice(0, 2)}-${width}`)
  }
  if (language === 'en-GB') faults.push(...(await chineseMarks(page)).map((words) => `${name} says ${words}`))
  return faults
}

/** Windows that go through the pages side by side: most of a page's time is waiting for it to be still. */
const windows = 3

/** Of everybody who is no officer. */
const firstPages = [
  ['head', '/'],
  ['cadre', '/me'],
  ['source', '/hand-in'],
  ['admin', '/system'],
  ['admin', '/accounts'],
  ['security', '/accounts'],
  ['auditor', '/audit'],
  ['auditor', '/neutrality'],
  ['auditor', '/accounts'],
] as const

/** A page is opened once for each language and made narrower; its marks are the same in both, so axe looks once at each end. */
const looks = [
  { language: 'zh-CN', widths: [1440, 1024, 390], looked: 1440, inTheDark: true },
  { language: 'en-GB', widths: [1440, 390], looked: 390, inTheDark: false },
] as const

test.each(looks)(
  '$language, from wide to narrow, accessible at $looked pixels',
  async (look) => {
    const guests = await Promise.all(Array.from({ length: windows }, () => visit(look)))
    const [first, ...others] = guests as [Visit, ...Visit[]]
    const all = Object.entries(await addresses(await open(first, '/')))
    const pages = look.language === 'zh-CN' ? all : all.filter(([name]) => !otherRows.has(name))
    for (const guest of others) await open(guest, '/')
    const faults = await Promise.all(
      guests.map(async (guest, place) => {
        const found: string[] = []
        for (const [name, path] of pages.filter((_, index) => index % windows === place))
          found.push(...(await faultsOf(guest, { ...look, name, path })))
        return found
      }),
    )
    expect(faults.flat()).toEqual([])
    expect(guests.flatMap(({ complaints }) => complaints)).toEqual([])
  },
  600_000,
)

test.each(looks)(
  '$language, the first pages of the other accounts, accessible at $looked pixels',
  async (look) => {
    for (const [account, path] of firstPages) {
      const guest = await visit(look)
      await open(guest, path, account)
      expect(await faultsOf(guest, { ...look, name: `first-${account}${path.replaceAll('/', '-')}`, path })).toEqual([])
      expect(guest.complaints).toEqual([])
    }
  },
  180_000,
)
