/** Cards of people without a seat beside them. */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CadreFacts, Edition, RosterRecord } from '#records/queries/index.ts'
import type { MeetingPeople, PersonCard } from '../contract/index.ts'
import { presentStep } from './dossier.ts'
import { byStroke, presentWho } from './meeting.ts'

interface PersonShown {
  readonly person: RosterRecord
  readonly facts: CadreFacts | undefined
}

export const presentMeetingPeople = ({ asOf, years }: Edition, people: readonly PersonShown[]): MeetingPeople => ({
  asOf: formatDate(asOf),
  order: 'stroke',
  cards: people.toSorted((a, b) => byStroke(a.person, b.person)).map((one) => presentPersonCard(one, years)),
})

function presentPersonCard({ person, facts }: PersonShown, years: readonly number[]): PersonCard {
  return {
    ...presentWho(person, years),
    education: person.education === null ? null : labelOf('educationLevel', person.education),
    career: (facts?.tenures ?? [])
      .map(presentStep)
      .map(({ tenureId, unitName, title, from, to }) => ({ tenureId, unitName, title, from, to }))
      .toSorted((a, b) => (a.from < b.from ? 1 : -1)),
  }
}
