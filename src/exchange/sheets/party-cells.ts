/** The columns 入党时间 and 政治面貌: a month, a party, several parties, or both. */
import type { ArrivingRow } from '#domain/arrivals.ts'
import { readParty } from '../form-values/party.ts'
import { dateOf, type PlacedCell, wordOf } from './cell-values.ts'
import { known } from './record-cells.ts'

/** The codes of GB/T 4762-1984 in their order, from 01. */
const codes = '中共党员 中共预备党员 共青团员 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟 无党派 群众'.split(' ')
const communist = '中共党员'

type Keep = (placed: PlacedCell, text: string) => void

/** The party under 政治面貌; further parties, and what is none, are kept aside. */
export function partyOf(placed: PlacedCell | undefined, keep: Keep): string | undefined {
  const word = placed && wordOf(placed)
  if (placed === undefined || word === undefined) return undefined
  const reading = readParty(codes[Number(/^(0[1-9]|1[0-3])$/.exec(word)?.[0] ?? 0) - 1] ?? word)
  if ('reason' in reading || reading.further.length > 0) keep(placed, word)
  return 'reason' in reading ? undefined : reading.party
}

/** Both columns together: what 政治面貌 says goes before the party that a date implies. */
export function partyFields(politics: PlacedCell | undefined, joined: PlacedCell | undefined, keep: Keep): ArrivingRow {
  const named = partyOf(politics, keep)
  const word = joined && (typeof joined.cell === 'string' ? wordOf(joined) : '0')
  if (joined === undefined || word === undefined) return known({ party: named })
  if (/^[\d.。年月日/-]+$/.test(word)) {
    const joinedOn = dateOf(joined)
    return known({ party: named ?? (joinedOn === undefined ? undefined : communist), party_joined_on: joinedOn })
  }
  const reading = readParty(word)
  if ('reason' in reading) {
    if (reading.isDate) joined.findings.problem('cell-date', joined.place, { value: word })
    else keep(joined, word)
    return known({ party: named })
  }
  if (reading.further.length > 0) keep(joined, word)
  return known({ party: named ?? reading.party, party_joined_on: reading.joinedOn })
}
