/** What has come since the analysis, and a new one. */
import { queryOptions } from '@tanstack/react-query'
import type { AnalysisState, NewAnalysis } from '#server/contract/index.ts'
import { change, read } from './request.ts'

/** Asked again every second while an analysis is under way, else where people do something: an idle page lets the session end. */
export const analysisQuery = queryOptions({
  queryKey: ['analysis'],
  queryFn: ({ signal }) => read<AnalysisState>('/analysis', {}, signal),
  refetchInterval: ({ state }) => (state.data?.underWay ? 1000 : false),
})

export const beginAnalysis = (body: NewAnalysis): Promise<null> => change('POST', '/analysis', body)

export const stopAnalysis = (): Promise<void> => change('POST', '/analysis/stop')
