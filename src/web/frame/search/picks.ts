/** What a search offers, group by group, as lines that lead somewhere. */
import type { Text } from '#domain/text.ts'
import type { SearchAnswer } from '#server/contract/index.ts'
import { queryString } from '../../client/request.ts'
import type { Say } from '../../language/language.tsx'
import { searchWords as words } from '../../language/words/search.ts'
import { type Place, pageOf, places } from '../menu-entries.tsx'

export interface Pick {
  readonly href: string
  readonly name: string
  /** Pinyin, a state: close to the name. */
  readonly note?: string
  readonly beside?: string
}

export interface PickGroup {
  readonly id: string
  readonly label: string
  /** How many there are, where more than are shown. */
  readonly total?: number
  readonly picks: readonly Pick[]
}

const mostPages = 5

/** Pages by a part of their name in either language, or of that of their group. */
function pagesNamed(word: string, say: Say): readonly Pick[] {
  const wanted = word.toLowerCase()
  const has = ({ zh, en }: Text): boolean => zh.includes(wanted) || en.toLowerCase().includes(wanted)
  const place = (one: Place): number => (has(pageOf(one).label) ? 0 : 1)
  return places
    .filter((one) => has(pageOf(one).label) || has(one.page.label))
    .sort((a, b) => place(a) - place(b))
    .slice(0, mostPages)
    .map((one) => ({
      href: pageOf(one).to,
      name: say(pageOf(one).label),
      beside: [one.group?.label, one.view && one.page.label]
        .flatMap((label) => (label ? [say(label)] : []))
        .join(' › '),
    }))
}

/** The groups of an answer that have something, people first, and last the way to the roster. */
export function picksOf(found: SearchAnswer | undefined, word: string, say: Say): readonly PickGroup[] {
  const pages = { id: 'pages', label: say(words.pages), picks: pagesNamed(word, say) }
  if (!found) return pages.picks.length > 0 ? [pages] : []
  const { people, seats, units, rules, cases, matters } = found
  const groups: PickGroup[] = [
    {
      id: 'people',
      label: say(words.people),
      total: people.total,
      picks: people.first.map((person) => ({
        href: `/cadres/${person.cadreId}`,
        name: person.name,
        note: person.reading,
        beside: person.serving ? `${person.unitName ?? ''} ${person.title ?? ''}`.trim() : say(words.left),
      })),
    },
    pages,
    {
      id: 'units',
      label: say(words.units),
      total: units.total,
      picks: units.first.map(({ unitId, name, above }) => ({
        href: `/units/${unitId}`,
        name,
        ...(above && { beside: above }),
      })),
    },
    {
      id: 'seats',
      label: say(words.seats),
      total: seats.total,
      picks: seats.first.map(({ positionId, unitId, unitName, title, isVacant, holder }) => ({
        href: isVacant ? `/vacancies/${positionId}` : `/units/${unitId}`,
        name: `${unitName} ${title}`,
        beside: isVacant ? say(words.vacant) : (holder ?? say(words.noHolder)),
      })),
    },
    {
      id: 'cases',
      label: say(words.cases),
      total: cases.total,
      picks: cases.first.map(({ caseId, title, stageTitle }) => ({
        href: `/cases/${caseId}`,
        name: title,
        beside: say(stageTitle),
      })),
    },
    {
      id: 'matters',
      label: say(words.matters),
      total: matters.total,
      picks: matters.first.map(({ matterId, title, kindLabel }) => ({
        href: `/matters/${matterId}`,
        name: title,
        beside: say(kindLabel),
      })),
    },
    {
      id: 'rules',
      label: say(words.rules),
      total: rules.total,
      picks: rules.first.map(({ ruleId, title, instrument, article }) => ({
        href: `/rules/${ruleId}`,
        name: say(title),
        beside: `${say(instrument)} ${article}`,
      })),
    },
  ]
  const inRoster = { href: `/cadres${queryString({ q: word })}`, name: say(words.inRoster, { text: word }) }
  return [
    ...groups.filter(({ picks }) => picks.length > 0),
    { id: 'roster', label: say(words.roster), picks: [inRoster] },
  ]
}
