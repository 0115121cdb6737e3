import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Search, valueOf } from '../../../../client/search.ts'

/** Where the two clocks stand; one that is left out stands at today. */
export interface ClockHands {
  /** `YYYY-MM-DD`: when it was true. */
  readonly asOf?: string | undefined
  /** `YYYY-MM-DD` for the end of that day, or an instant: when it was known. */
  readonly known?: string | undefined
}

export interface Clocks extends ClockHands {
  readonly isSet: boolean
  /** Both hands at once, in the address. */
  move(hands: ClockHands): void
}

const from = '/office/cadres/$cadreId'
const day = /^\d{4}-\d{2}-\d{2}$/

export function useClocks(): Clocks {
  const search: Search = useSearch({ from })
  const navigate = useNavigate({ from: '/cadres/$cadreId' })
  const [asOf, known] = [valueOf(search, 'asOf'), valueOf(search, 'known')]
  const hands = {
    asOf: asOf !== undefined && day.test(asOf) ? asOf : undefined,
    known: known !== undefined && !Number.isNaN(Date.parse(known)) ? known : undefined,
  }
  return {
    ...hands,
    isSet: hands.asOf !== undefined || hands.known !== undefined,
    move(next) {
      const { asOf: _, known: __, ...rest } = search
      const search_ = { ...rest, ...(next.asOf && { asOf: next.asOf }), ...(next.known && { known: next.known }) }
      void navigate({ search: search_, replace: true, resetScroll: false })
    },
  }
}
