import type { MatrixRow } from '#server/contract/index.ts'
import type { AwaitedRow } from '../../../../client/paged-rows.ts'

export type Row = MatrixRow | AwaitedRow
