import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Text } from '#domain/text.ts'
import type { Home } from '#server/contract/index.ts'
import { homeQuery } from '../client/queries.ts'
import { count } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { ballotWords } from '../language/words/ballots.ts'
import { caseListWords } from '../language/words/cases.ts'
import { developmentWords } from '../language/words/development.ts'
import { evidenceWords } from '../language/words/evidence.ts'
import { frameWords } from '../language/words/frame.ts'
import { importWords } from '../language/words/imports.ts'
import { incentiveWords } from '../language/words/incentives.ts'
import { officerWords } from '../language/words/officers.ts'
import { paperWords } from '../language/words/papers.ts'
import { principalWords } from '../language/words/principals.ts'
import { reserveWords } from '../language/words/reserve.ts'
import { comparisonWords } from '../language/words/sheet.ts'
import { signWords } from '../language/words/signs.ts'
import { slatesWords } from '../language/words/slates.ts'
import { surveyWords } from '../language/words/surveys.ts'
import { teamWords } from '../language/words/teams.ts'
import { timingWords } from '../language/words/timing.ts'
import { todoWords } from '../language/words/todos.ts'
import { workdayWords } from '../language/words/workdays.ts'

interface Entry {
  readonly to:
    | '/'
    | '/cadres'
    | '/papers'
    | '/imports'
    | '/comparison'
    | '/conflicts'
    | '/surveys'
    | '/teams'
    | '/signs'
    | '/development'
    | '/todos'
    | '/reserve'
    | '/principals'
    | '/rotation'
    | '/fitness'
    | '/timing'
    | '/vacancies'
    | '/slates'
    | '/ballots'
    | '/cases'
    | '/rules'
    | '/rules/what-if'
    | '/rules/confirmations'
    | '/workdays'
    | '/officers'
  /** Other pages that are found through it. */
  readonly also?: readonly string[]
  readonly label: Text
  readonly icon: ReactNode
  readonly records?: (home: Home) => number
}

interface Section {
  readonly title?: Text
  readonly entries: readonly Entry[]
}

/** Records first, then the duties; only pages that exist. */
const sections: readonly Section[] = [
  { entries: [{ to: '/', label: frameWords.home, icon: <path d="m2.5 7.6 5.5-5 5.5 5v5.9h-4V9.7h-3v3.8h-4z" /> }] },
  {
    title: frameWords.records,
    entries: [
      {
        to: '/cadres',
        label: frameWords.roster,
        icon: <path d="M2 3.5h2m2 0h8M2 8h2m2 0h8M2 12.5h2m2 0h8" />,
        records: (home) => home.counts.serving,
      },
      {
        to: '/imports',
        label: importWords.menu,
        icon: <path d="M8 2v7.500M5 6.800 8 9.800l3-3M2.500 10v3.500h11V10" />,
      },
      {
        to: '/papers',
        also: ['/forms', '/exports'],
        label: paperWords.group,
        icon: <path d="M3.500 1.800h6l3 3v9.400h-9zM9.500 1.800v3h3M5.500 8h5M5.500 11h5" />,
      },
    ],
  },
  {
    title: frameWords.identify,
    entries: [
      {
        to: '/conflicts',
        label: evidenceWords.menu,
        icon: <path d="M7 2.500H2.500v11H7m2-11h4.500v11H9M8 1v14M4.200 8l1 1 1.600-2M10 7h2m-2 2.500h2" />,
      },
      {
        to: '/comparison',
        label: comparisonWords.menu,
        icon: <path d="M2.500 13.500v-5h3v5m2.500 0v-11h3v11M1 13.500h14" />,
      },
      {
        to: '/surveys',
        label: surveyWords.menu,
        icon: <path d="M3 2h10v12H3zM5.500 5.500l1 1 2-2M10 5.500h1M5.500 10l1 1 2-2M10 10h1" />,
      },
      {
        to: '/teams',
        label: teamWords.menu,
        icon: (
          <path d="M5.500 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4M2 13.500V12a3.500 3.500 0 0 1 7 0v1.500M11 7.500a1.700 1.700 0 1 0-1-3.100M11 9a3 3 0 0 1 3 3v1.500" />
        ),
      },
    ],
  },
  {
    title: frameWords.develop,
    entries: [
      {
        to: '/development',
        also: ['/development/postings', '/development/paths', '/development/placement', '/training', '/plans'],
        label: developmentWords.group,
        icon: (
          <path d="M8 14V6m0 3C8 6.500 6 5 3 5c0 2.600 2 4 5 4m0-1.500C8 5 10 3 13 3c0 2.800-2 4.500-5 4.500M4.500 14h7" />
        ),
      },
    ],
  },
  {
    title: frameWords.manage,
    entries: [
      {
        to: '/principals',
        label: principalWords.group,
        icon: (
          <path d="M8 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM3.500 14V12.500a4.500 4.500 0 0 1 9 0V14M8 9.500v4.500" />
        ),
      },
      {
        to: '/rotation',
        also: ['/key-seats'],
        label: frameWords.rotation,
        icon: <path d="M2.4 7A5.7 5.7 0 0 1 12.9 5M13.6 9A5.7 5.7 0 0 1 3.1 11m9.9-9v3.2H9.8M3 14v-3.2h3.2" />,
        records: (home) => home.rotation.overdue + home.rotation.dueWithinYear,
      },
      {
        to: '/reserve',
        label: reserveWords.menu,
        icon: (
          <path d="M6 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM1.500 14c0-2.800 1.800-4.500 4.500-4.500 1 0 1.900.2 2.600.7M10 12.500l2-3 1 1.500 1.500-2.500" />
        ),
      },
      {
        to: '/signs',
        label: signWords.menu,
        icon: (
          <path d="M8 13.500V7m0 0C8 4.500 6.300 3 3.500 3 3.500 5.600 5.200 7 8 7m0 1.500c0-2 1.500-3.500 4.500-3.500 0 2.200-1.700 3.500-4.500 3.500M4.500 13.500h7" />
        ),
      },
      {
        to: '/fitness',
        also: ['/grades', '/tolerance', '/rewards', '/clearing'],
        label: incentiveWords.group,
        icon: <path d="M5 13.500V3m0 0L2.500 5.500M5 3l2.500 2.500M11 2.500V13m0 0 2.500-2.500M11 13l-2.500-2.500" />,
      },
      {
        to: '/todos',
        also: ['/matters'],
        label: todoWords.menu,
        icon: <path d="M2.500 3h11v10.500h-11zM2.500 6h11M5.500 1.800v2.400M10.500 1.800v2.400M5 9.700l2 2 4-4" />,
      },
    ],
  },
  {
    title: frameWords.appoint,
    entries: [
      {
        to: '/vacancies',
        label: frameWords.vacancies,
        icon: <path d="M2.5 13.5v-7h4v7m0 0v-11h5v5m-9 6h5m2-3.5h5m-2.2-2.2 2.2 2.2-2.2 2.2" />,
        records: (home) => home.counts.vacancies,
      },
      {
        to: '/timing',
        label: timingWords.menu,
        icon: <path d="M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13M8 4v4l2.800 1.800" />,
      },
      {
        to: '/slates',
        label: slatesWords.menu,
        icon: (
          <path d="M2 3h4v3.500H2zm8 6.500h4V13h-4zM10 4.800H7.500m1.500-1.500L7.500 4.800 9 6.300M12 9.500V4.800h-2m-6 1.700v4.800h4m-1.500-1.500L8 11.300l-1.500 1.500" />
        ),
      },
      {
        to: '/ballots',
        label: ballotWords.menu,
        icon: <path d="M2.500 8.500h11v5h-11zM5 8.500V2h6v6.500M6.500 5l1.200 1.200L10 4M5.500 11h5" />,
      },
      {
        to: '/cases',
        label: caseListWords.menu,
        icon: <path d="M3.500 2v12M3.500 3h5v3h-5M3.500 6.500h8v3h-8M3.500 10h6v3h-6" />,
      },
    ],
  },
  {
    title: frameWords.rules,
    entries: [
      { to: '/rules', label: frameWords.ruleBook, icon: <path d="M3.5 1.8h9v12.4h-9zM6 5h4M6 8h4M6 11h2.4" /> },
      {
        to: '/rules/what-if',
        label: frameWords.whatIf,
        icon: (
          <path d="M2 8h3.5m0 0 3-4.5h5M5.500 8l3 4.500h5M11.600 1.600l1.900 1.900-1.900 1.900m0 5.200 1.900 1.900-1.900 1.900" />
        ),
      },
      {
        to: '/rules/confirmations',
        label: frameWords.confirmations,
        icon: (
          <path d="M3 13.800h10M4.500 11h7V9.500c0-.8-1.500-1.300-2.200-1.700-.5-.3-.3-1 .1-1.700.9-1.700.3-3.900-1.400-3.900s-2.300 2.200-1.400 3.900c.4.7.6 1.400.1 1.700-.7.4-2.200.9-2.200 1.700z" />
        ),
      },
      {
        to: '/workdays',
        label: workdayWords.title,
        icon: <path d="M2.500 4h11v9.500h-11zM2.500 7h11M5.500 2.500v3M10.500 2.500v3M5.500 10h2" />,
      },
      {
        to: '/officers',
        label: officerWords.title,
        icon: (
          <path d="M6 7a2.300 2.300 0 1 0 0-4.600A2.300 2.300 0 0 0 6 7m-4 6.500V12a4 4 0 0 1 7-2.600M10 12l1.500 1.500 3-3.500" />
        ),
      },
    ],
  },
]

const addresses = sections.flatMap(({ entries }) =>
  entries.flatMap(({ to, also = [] }) => [to, ...also].map((address) => ({ address, to }))),
)

/** The entry that an address belongs to: the longest one that begins it. */
const entryOf = (path: string): string | undefined =>
  addresses
    .filter(({ address }) => path === address || (address !== '/' && path.startsWith(`${address}/`)))
    .sort((a, b) => b.address.length - a.address.length)[0]?.to

export function Menu() {
  const { say } = useSpeech()
  const home = useQuery(homeQuery).data
  const current = entryOf(useLocation().pathname)
  const here = useRef<HTMLAnchorElement>(null)
  // The menu is longer than most windows: its current entry is kept in sight.
  useEffect(() => {
    if (current) here.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <nav className="menu" aria-label={say(frameWords.menu)}>
      {sections.map((section) => (
        <div key={section.title?.en ?? ''} className="menu-section">
          {section.title && <p className="menu-title">{say(section.title)}</p>}
          <ul>
            {section.entries.map((entry) => (
              <li key={entry.label.en}>
                <Link
                  ref={entry.to === current ? here : undefined}
                  to={entry.to}
                  activeOptions={{ exact: true, includeSearch: false }}
                  className={entry.to === current ? 'current' : ''}
                  aria-current={entry.to === current ? 'page' : undefined}
                >
                  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                    {entry.icon}
                  </svg>
                  <span>{say(entry.label)}</span>
                  {home && entry.records && <span className="menu-count">{count(entry.records(home))}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
