import { type QueryExecutorProvider, sql } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'

/** How many posts of its seats an office fills in half a year. */
export interface MovesPerHalf {
  readonly median: number
  /** Half-years that the median is of. */
  readonly halves: number
}

/**
 * The median of the tenures of seats that began in each whole half-year before a day; undefined where none did. A half-year
 * in which nobody moved counts as none.
 */
export async function readMovesPerHalf(
  database: QueryExecutorProvider,
  asOf: DateCode,
  halves: number,
): Promise<MovesPerHalf | undefined> {
  const { rows } = await sql<{ median: number; total: number }>`
    with half as (
      select date_trunc('year', day) + case when extract(month from day) > 6 then interval '6 months' else interval '0' end as ends
      from (select ${formatDate(asOf)}::date as day) today
    ), span as (
      select step, (ends - (step || ' months')::interval * 6) as starts, (ends - ((step - 1) || ' months')::interval * 6) as ends
      from half, generate_series(1, ${halves}::integer) step
    ), moved as (
      select step, count(tenure_id) as moves
      from span left join tenures on position_id is not null and length("from"::text) >= 7
        and left("from"::text, 7) >= to_char(starts, 'YYYY-MM') and left("from"::text, 7) < to_char(span.ends, 'YYYY-MM')
      group by step
    )
    select percentile_cont(0.5) within group (order by moves) as median, sum(moves)::integer as total
    from moved`.execute(database)
  const [row] = rows
  return row && row.total > 0 ? { median: row.median, halves } : undefined
}
