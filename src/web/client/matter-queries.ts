/** The questions about matters of development and management, and what is done to them. */
import { queryOptions } from '@tanstack/react-query'
import type {
  MatterChoices,
  MatterDetail,
  MatterList,
  MatterOpenings,
  NewMatter,
  NewMatterEvent,
} from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

const at = (matterId: string): string => `/matters/${encodeURIComponent(matterId)}`

export const mattersQuery = (asked: Query) =>
  queryOptions({ queryKey: ['matters', asked], queryFn: ({ signal }) => read<MatterList>('/matters', asked, signal) })

export const matterOpeningsQuery = queryOptions({
  queryKey: ['matters', 'openings'],
  queryFn: ({ signal }) => read<MatterOpenings>('/matters/openings', {}, signal),
})

export const matterQuery = (matterId: string) =>
  queryOptions({
    queryKey: ['matter', matterId],
    queryFn: ({ signal }) => read<MatterDetail>(at(matterId), {}, signal),
  })

export const openMatter = (opening: NewMatter) => change<{ matterId: string }>('POST', '/matters', opening)

export const recordMatterEvent = (matterId: string, event: NewMatterEvent) =>
  change<MatterDetail>('POST', `${at(matterId)}/events`, event)

/** Units or seats whose name holds the words typed. */
export const choicesQuery = (kind: 'units' | 'seats', q: string) =>
  queryOptions({
    queryKey: ['matters', 'choices', kind, q],
    queryFn: ({ signal }) => read<MatterChoices>('/matters/choices', { kind, q }, signal),
    enabled: q !== '',
  })
