/**
 * Every page of the office, in its place: the one table that the menu, the crumbs above a title, the tabs beside it and the
 * search of pages are made from. A new page is a line here.
 */
import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Text } from '#domain/text.ts'
import type { Home } from '#server/contract/index.ts'
import { ballotWords } from '../language/words/ballots.ts'
import { careWords } from '../language/words/care.ts'
import { pathWords, placementWords, postingWords } from '../language/words/career-paths.ts'
import { caseListWords } from '../language/words/cases.ts'
import { comparisonWords } from '../language/words/comparison.ts'
import { developmentWords } from '../language/words/development.ts'
import { evidenceWords } from '../language/words/evidence.ts'
import { formBatchWords } from '../language/words/forms.ts'
import { frameWords } from '../language/words/frame.ts'
import { handInWords } from '../language/words/hand-in.ts'
import { helpWords } from '../language/words/help.ts'
import { importWords } from '../language/words/imports.ts'
import { incentiveWords } from '../language/words/incentives.ts'
import { keySeatWords } from '../language/words/key-seats.ts'
import { matterListWords } from '../language/words/matters.ts'
import { officerWords } from '../language/words/officers.ts'
import { designWords, exportWords, paperWords } from '../language/words/papers.ts'
import { planWords } from '../language/words/plans.ts'
import { principalWords } from '../language/words/principals.ts'
import { registerWords, retentionWords } from '../language/words/register.ts'
import { reserveWords } from '../language/words/reserve.ts'
import { planWords as exchangePlanWords, forecastWords, rotationWords } from '../language/words/rotation.ts'
import { signWords } from '../language/words/signs.ts'
import { slatesWords } from '../language/words/slates.ts'
import { styleWords } from '../language/words/style.ts'
import { surveyWords } from '../language/words/surveys.ts'
import { teamWords } from '../language/words/teams.ts'
import { timingWords } from '../language/words/timing.ts'
import { todoWords } from '../language/words/todos.ts'
import { trainingWords } from '../language/words/training.ts'
import { unitsWords } from '../language/words/units.ts'
import { workdayWords } from '../language/words/workdays.ts'

export type Address = NonNullable<LinkProps['to']>

export interface MenuPage {
  readonly to: Address
  readonly label: Text
  /** How many records it lists. */
  readonly records?: (home: Home) => number
  /** Pages that stand with it as tabs, itself first. */
  readonly views?: readonly MenuPage[]
  /** Found by the search and by its address, and not in the menu. */
  readonly isAside?: true
  /** In the menu of the head alone. */
  readonly isForHead?: true
}

export interface MenuGroup {
  readonly id: string
  readonly label: Text
  /** In a box of 16 by 16, drawn by its line. */
  readonly icon: ReactNode
  readonly pages: readonly MenuPage[]
}

export const homePage: MenuPage = { to: '/', label: frameWords.home }
export const homeIcon: ReactNode = <path d="m2.500 7.600 5.500-5 5.500 5v5.900h-4V9.700h-3v3.800h-4z" />

/** Records first, then the four duties, then what they rest on. */
export const menuGroups: readonly MenuGroup[] = [
  {
    id: 'records',
    label: frameWords.records,
    icon: <path d="M2 3.500h2m2 0h8M2 8h2m2 0h8M2 12.500h2m2 0h8" />,
    pages: [
      { to: '/cadres', label: frameWords.roster, records: (home) => home.counts.serving },
      { to: '/units', label: unitsWords.title, records: (home) => home.counts.units },
      { to: '/imports', label: importWords.menu },
      { to: '/deliveries', label: handInWords.title },
      {
        to: '/papers',
        label: paperWords.group,
        views: [
          { to: '/papers', label: paperWords.menu },
          { to: '/papers/designs', label: designWords.menu },
          { to: '/forms', label: formBatchWords.menu },
          { to: '/exports', label: exportWords.menu },
        ],
      },
    ],
  },
  {
    id: 'identify',
    label: frameWords.identify,
    icon: <path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.600-1.400L14 14" />,
    pages: [
      { to: '/conflicts', label: evidenceWords.menu },
      { to: '/comparison', label: comparisonWords.menu },
      { to: '/surveys', label: surveyWords.menu },
      { to: '/teams', label: teamWords.menu },
    ],
  },
  {
    id: 'develop',
    label: frameWords.develop,
    icon: (
      <path d="M8 14V6m0 3C8 6.500 6 5 3 5c0 2.600 2 4 5 4m0-1.500C8 5 10 3 13 3c0 2.800-2 4.500-5 4.500M4.500 14h7" />
    ),
    pages: [
      { to: '/development', label: developmentWords.needs },
      { to: '/development/tracks', label: developmentWords.tracks },
      { to: '/development/postings', label: postingWords.menu },
      { to: '/development/paths', label: pathWords.menu },
      { to: '/development/placement', label: placementWords.menu },
      { to: '/training', label: trainingWords.menu },
      { to: '/plans', label: planWords.menu },
    ],
  },
  {
    id: 'manage',
    label: frameWords.manage,
    icon: <path d="M8 1.800 13.500 4v4c0 3.200-2.300 5.300-5.500 6.300C4.800 13.300 2.500 11.200 2.500 8V4z" />,
    pages: [
      {
        to: '/principals',
        label: principalWords.group,
        views: [
          { to: '/principals', label: principalWords.register },
          { to: '/principals/meetings', label: principalWords.meetings },
          { to: '/principals/audits', label: principalWords.audits },
          { to: '/principals/rectifications', label: principalWords.rectifications },
          { to: '/principals/evaluations', label: principalWords.evaluations },
        ],
      },
      {
        to: '/rotation',
        label: rotationWords.title,
        records: (home) => home.rotation.overdue + home.rotation.dueWithinYear,
        views: [
          { to: '/rotation', label: rotationWords.list },
          { to: '/rotation/forecast', label: forecastWords.title },
          { to: '/rotation/plan', label: exchangePlanWords.title },
          { to: '/key-seats', label: keySeatWords.title },
        ],
      },
      { to: '/reserve', label: reserveWords.menu },
      {
        to: '/signs',
        label: signWords.menu,
        views: [
          { to: '/signs', label: signWords.menu },
          { to: '/signs/ledger', label: careWords.ledger },
          { to: '/signs/duty', label: careWords.duty },
        ],
      },
      {
        to: '/fitness',
        label: incentiveWords.group,
        views: [
          { to: '/fitness', label: incentiveWords.fitness },
          { to: '/grades', label: incentiveWords.grades },
          { to: '/tolerance', label: incentiveWords.tolerance },
          { to: '/rewards', label: incentiveWords.rewards },
          { to: '/clearing', label: incentiveWords.clearing },
        ],
      },
      {
        to: '/todos',
        label: todoWords.group,
        views: [
          { to: '/todos', label: todoWords.menu },
          { to: '/matters', label: matterListWords.menu },
        ],
      },
    ],
  },
  {
    id: 'appoint',
    label: frameWords.appoint,
    icon: <path d="M2 5h11.500m-3-3 3 3-3 3M14 11H2.500m3-3-3 3 3 3" />,
    pages: [
      { to: '/vacancies', label: frameWords.vacancies, records: (home) => home.counts.vacancies },
      { to: '/timing', label: timingWords.menu },
      { to: '/slates', label: slatesWords.menu },
      { to: '/ballots', label: ballotWords.menu },
      { to: '/cases', label: caseListWords.menu },
    ],
  },
  {
    id: 'rules',
    label: frameWords.rules,
    icon: <path d="M3.500 1.800h9v12.400h-9zM6 5h4M6 8h4M6 11h2.400" />,
    pages: [
      { to: '/rules', label: frameWords.ruleBook },
      { to: '/rules/what-if', label: frameWords.whatIf },
      { to: '/rules/confirmations', label: frameWords.confirmations },
      { to: '/workdays', label: workdayWords.title },
      { to: '/officers', label: officerWords.title },
      { to: '/register', label: registerWords.title, isForHead: true },
      { to: '/retention', label: retentionWords.title, isForHead: true },
      { to: '/help', label: helpWords.menu, isAside: true },
      { to: '/style', label: styleWords.title, isAside: true },
    ],
  },
]

/** Where an address is: its group, its page, and the tab of that page where it has tabs. */
export interface Place {
  readonly group?: MenuGroup
  readonly page: MenuPage
  readonly view?: MenuPage
}

/** Every page once, a tab in the place of the page that it opens. */
export const places: readonly Place[] = [
  { page: homePage },
  ...menuGroups.flatMap((group) =>
    group.pages.flatMap((page): Place[] =>
      page.views ? page.views.map((view) => ({ group, page, view })) : [{ group, page }],
    ),
  ),
]

export const pageOf = ({ page, view }: Place): MenuPage => view ?? page

/** The place of an address: that of the longest page that begins it. */
export const placeOf = (path: string): Place | undefined =>
  places.filter((place) => isUnder(path, pageOf(place).to)).sort((a, b) => pageOf(b).to.length - pageOf(a).to.length)[0]

const isUnder = (path: string, page: string): boolean => path === page || (page !== '/' && path.startsWith(`${page}/`))

/** The pages above an address, from the group down; the page itself is not among them. */
export function crumbsOf(path: string): readonly MenuPage[] {
  const place = placeOf(path)
  if (!place?.group) return []
  const { group, page, view } = place
  const [first] = group.pages
  const line = [...(first ? [{ to: first.to, label: group.label }] : []), page, ...(view ? [view] : [])]
  return line.filter((crumb, at) => at === 0 || (crumb.to !== path && crumb.to !== line[at + 1]?.to))
}

/** The page of the menu that has this address, with its tabs. */
export const menuPageOf = (address: Address): MenuPage | undefined =>
  menuGroups.flatMap(({ pages }) => pages).find(({ to }) => to === address)
