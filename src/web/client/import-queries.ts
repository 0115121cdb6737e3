/** The questions about imports of people, and what changes them. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  AppliedCountsShape,
  ArrivalDetail,
  ArrivalPage,
  DecisionShape,
  ImportDetail,
  ImportList,
  ObstaclesShape,
} from '#server/contract/index.ts'
import { change, type Query, read, upload } from './request.ts'

const path = (importId: string): string => `/imports/${encodeURIComponent(importId)}`

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => read<ImportList>('/imports', {}, signal),
  refetchInterval: ({ state }) => (state.data?.imports.some((one) => one.state === 'reading') ? 2000 : false),
})

/** While its files are read it is asked for again every half second. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['import', importId],
    queryFn: ({ signal }) => read<ImportDetail>(path(importId), {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? 500 : false),
  })

export const arrivalsQuery = (importId: string, query: Query) =>
  queryOptions({
    queryKey: ['import', importId, 'people', query],
    queryFn: ({ signal }) => read<ArrivalPage>(`${path(importId)}/people`, query, signal),
    placeholderData: keepPreviousData,
  })

export const arrivalQuery = (importId: string, number: number) =>
  queryOptions({
    queryKey: ['import', importId, 'person', number],
    queryFn: ({ signal }) => read<ArrivalDetail>(`${path(importId)}/people/${number}`, {}, signal),
    placeholderData: keepPreviousData,
  })

/** Worked out anew each time it is looked at. */
export const obstaclesQuery = (importId: string) =>
  queryOptions({
    queryKey: ['import', importId, 'obstacles'],
    queryFn: ({ signal }) => read<ObstaclesShape>(`${path(importId)}/obstacles`, {}, signal),
    staleTime: 0,
    gcTime: 0,
  })

export interface Upload {
  readonly done: number
  readonly total: number
}

/** Hands files in, one request each, and has them read; gives the id of the import. */
export async function handIn(files: readonly File[], onProgress: (upload: Upload) => void): Promise<string> {
  const { importId } = await change<{ importId: string }>('POST', '/imports')
  for (const [done, file] of files.entries()) {
    onProgress({ done, total: files.length })
    await upload(`${path(importId)}/files`, { name: file.name }, file)
  }
  await readFiles(importId)
  return importId
}

export const readFiles = (importId: string): Promise<void> => change('POST', `${path(importId)}/read`)

type Version = { readonly version: number }

export const decide = (
  importId: string,
  body: Version & {
    readonly decisions?: readonly { readonly number: number; readonly decision: DecisionShape | null }[]
    readonly sole?: boolean
  },
): Promise<Version> => change('POST', `${path(importId)}/decisions`, body)

export const choose = (
  importId: string,
  body: Version & {
    readonly number: number | null
    readonly choices: Readonly<Record<string, 'file' | 'record' | null>>
  },
): Promise<Version> => change('POST', `${path(importId)}/choices`, body)

export const setAuthority = (importId: string, body: Version & { readonly unitId: string | null }): Promise<Version> =>
  change('POST', `${path(importId)}/authority`, body)

export const compareAnew = (importId: string, body: Version): Promise<Version> =>
  change('POST', `${path(importId)}/comparison`, body)

export const apply = (importId: string, body: Version): Promise<AppliedCountsShape> =>
  change('POST', `${path(importId)}/application`, body)

export const undo = (importId: string): Promise<void> => change('POST', `${path(importId)}/undo`)

export const discard = (importId: string, { version }: Version): Promise<void> =>
  change('DELETE', `${path(importId)}?version=${version}`)

/** The address of what was wrong with the files, as a sheet. */
export const problemSheet = (importId: string, language: string): string =>
  `/api${path(importId)}/problems?language=${language}`
