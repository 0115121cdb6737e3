/** Search everywhere: the names of an edition, kept in memory while it is shown; rules, cases and matters as they are now. */

import { titleOfStage } from '#appoint/procedure/index.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { readingForSystem } from '#records/index.ts'
import {
  nameReading,
  readSearched,
  type Searched,
  type SearchedPerson,
  type SearchedSeat,
  type SearchedUnit,
} from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { SearchAnswer } from '../contract/index.ts'
import { type Desk, editionOf } from '../http/desk.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { type Found, type Named, search, wordsOf } from './name-index.ts'

type Entry<Of> = Named & { readonly of: Of }

interface Index {
  readonly edition: string
  readonly people: readonly Entry<SearchedPerson>[]
  readonly seats: readonly Entry<SearchedSeat>[]
  readonly units: readonly Entry<SearchedUnit>[]
}

export interface SearchDesk {
  /** People as far as `sees` tells. */
  find(account: Account, query: string, limit: number, sees: (cadreId: string) => boolean): Promise<SearchAnswer>
}

const plain = { reading: '', id: '', beside: '', isPast: false }

export function openSearchDesk(desk: Desk, cases: CaseDesk, matters: MatterDesk): SearchDesk {
  let kept: { readonly edition: string; readonly index: Promise<Index> } | undefined

  async function indexNow(): Promise<Index> {
    const { runId, madeAt } = await editionOf(desk)
    const edition = `${runId} ${madeAt.getTime()}`
    if (kept?.edition !== edition) {
      const index = readingForSystem(() => readSearched(desk.records.database)).then((searched) =>
        indexOf(edition, searched),
      )
      kept = { edition, index }
      index.catch(() => {
        if (kept?.index === index) kept = undefined
      })
    }
    return kept.index
  }

  async function rulesNamed(words: readonly string[], limit: number): Promise<SearchAnswer['rules']> {
    const { book } = await desk.law.rules()
    const entries = [...book.rules.values()].map((rule) => ({
      ...plain,
      name: `${rule.title.zh}\n${rule.title.en}`.toLowerCase(),
      reading: ` ${rule.id.toLowerCase()} `,
      beside: `${rule.instrument.name.zh} ${rule.instrument.name.en} ${rule.article}`.toLowerCase(),
      of: { ruleId: rule.id, title: rule.title, instrument: rule.instrument.name, article: rule.article },
    }))
    return shown(search(entries, words, limit), (rule) => rule)
  }

  return {
    async find(account, query, limit, sees) {
      const words = wordsOf(query)
      const index = await indexNow()
      const [rules, openedCases, openedMatters] = await Promise.all([
        rulesNamed(words, limit),
        cases.all(),
        matters.seenBy(account),
      ])
      const ofCases = openedCases.map((of) => ({ ...plain, name: of.selection.opening.title.toLowerCase(), of }))
      const ofMatters = openedMatters.map((of) => ({ ...plain, name: of.matter.opening.title.toLowerCase(), of }))
      return {
        people: shown(
          search(index.people, words, limit, ({ of }) => sees(of.cadreId)),
          ({ reading, ...person }) => ({
            ...person,
            reading: reading.split(' ', 2)[1] ?? '',
          }),
        ),
        seats: shown(search(index.seats, words, limit), (seat) => seat),
        units: shown(search(index.units, words, limit), (unit) => unit),
        rules,
        cases: shown(search(ofCases, words, limit), ({ caseId, selection: { opening, stage } }) => ({
          caseId,
          title: opening.title,
          stageTitle: titleOfStage(opening.kind, stage),
        })),
        matters: shown(search(ofMatters, words, limit), ({ matterId, matter: { opening } }) => ({
          matterId,
          title: opening.title,
          kindLabel: labelOf('matterKind', opening.kind),
        })),
      }
    },
  }
}

const shown = <Of, Shown>({ total, first }: Found<Entry<Of>>, show: (of: Of) => Shown) => ({
  total,
  first: first.map(({ of }) => show(of)),
})

function indexOf(edition: string, { people, seats, units }: Searched): Index {
  return {
    edition,
    people: people.map((of) => ({
      name: of.name.toLowerCase(),
      reading: of.reading,
      id: of.cadreId.toLowerCase(),
      beside: `${of.unitName ?? ''}${of.title ?? ''}`,
      isPast: !of.serving,
      of,
    })),
    seats: seats.map((of) => ({ ...plain, name: `${of.unitName}${of.title}`.toLowerCase(), of })),
    units: units.map((of) => ({
      ...plain,
      name: of.name.toLowerCase(),
      reading: nameReading(of.name),
      id: of.unitId.toLowerCase(),
      of,
    })),
  }
}
