import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type Search, valueOf } from '../../../client/search.ts'

/** What of a slate is shown; all of it stands in the address, so that a link opens the same. */
export interface SlateView {
  readonly plan: number
  /** The move that is opened: index into the moves of the plan. */
  readonly move: number | undefined
  readonly isList: boolean
  /** The unit that chains and teams are narrowed to. */
  readonly unit: string | undefined
  /** Why-not is opened; for a seat, where one is named. */
  readonly whyNot: string | undefined
  show(change: { readonly [name in keyof typeof names]?: string | number | undefined }): void
}

const names = { plan: '', move: '', view: '', unit: '', whyNot: '' }

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined

export function useSlateView(): SlateView {
  const { slateId } = useParams({ from: '/office/slates/$slateId' })
  const search: Search = useSearch({ from: '/office/slates/$slateId' })
  const navigate = useNavigate()
  return {
    plan: whole(valueOf(search, 'plan')) ?? 0,
    move: whole(valueOf(search, 'move')),
    isList: valueOf(search, 'view') === 'list',
    unit: valueOf(search, 'unit'),
    whyNot: valueOf(search, 'whyNot'),
    show: (change) => {
      const next = Object.entries({ ...search, ...change }).flatMap(([name, value]) =>
        value === undefined || value === '' ? [] : [[name, typeof value === 'number' ? String(value) : value] as const],
      )
      void navigate({
        to: '/slates/$slateId',
        params: { slateId },
        search: Object.fromEntries(next),
        replace: true,
        resetScroll: false,
      })
    },
  }
}
