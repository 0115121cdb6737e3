/** Millions of ratings with more levels than can be factorised: our fit by iteration, against lme4 where lme4 still can. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import type { LargeResult } from './large-fit.ts'
import { type PeerFit, startLme4 } from './lme4.ts'
import { inventMany, type Size, spread } from './many-ratings.ts'
import { type Standing, spreadOf } from './rounds.ts'

const million: Size = { rows: 1_000_000, raters: 50_000, targets: 5_000 }
const fiveMillion: Size = { rows: 5_000_000, raters: 200_000, targets: 50_000 }

function fitAlone({ rows, raters, targets }: Size): LargeResult {
  const script = join(import.meta.dirname, 'large-fit.ts')
  const child = spawnSync(process.execPath, [script, String(rows), String(raters), String(targets)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (child.status !== 0) throw new Error(`the fit of ${rows} ratings ended with ${child.status}`)
  return JSON.parse(child.stdout) as LargeResult
}

/** One lap each: lme4 takes minutes. */
const standing = (name: string, seconds: number, first: number): Standing => ({
  name,
  seconds: spreadOf([seconds]),
  ratio: spreadOf([seconds / first]),
})

const titleOf = ({ rows, raters, targets }: Size): string =>
  `${rows.toLocaleString('en')} invented ratings, ${raters.toLocaleString('en')} × ${targets.toLocaleString('en')} levels`

const ours = 'ours (src/statistics), with the SDs of all levels'

const notesOf = ({ megabytes, criterionError, sdErrors }: LargeResult): string[] => [
  `ours had at most ${Math.round(megabytes)} MB, the ratings among them`,
  `ours says of itself: criterion ± ${criterionError.toPrecision(2)}, SDs within ${sdErrors.map((error) => `${(100 * error).toFixed(2)} %`).join(' and ')}`,
]

function check(own: LargeResult, theirs: PeerFit): string {
  const apart = own.variances.map((value, index) => Math.abs(value / (theirs.variances[index] ?? Number.NaN) - 1))
  const most = Math.max(...apart)
  agree(most < 1e-3, `variances are ${apart.join(', ')} apart`)
  const criterion = Math.abs(own.criterion - theirs.criterion)
  agree(criterion < 5 * own.criterionError + 0.1, `criteria are ${criterion} apart`)
  return `variances within ${most.toExponential(1)} relative, REML criterion ${criterion.toPrecision(2)} apart of ${Math.round(theirs.criterion)}`
}

async function againstLme4(size: Size): Promise<Comparison> {
  const own = fitAlone(size)
  const common = { title: titleOf(size), work: 1, unit: 'fits' as const }
  const { response, random } = inventMany(size)
  const [s, d] = random.map((term) => ('codes' in term ? term.codes : new Int32Array(0)))
  const lines = [String(size.rows), ...Array.from(response, (y, row) => `${s?.[row]},${d?.[row]},${y}`)]
  const peer = await startLme4('reml-peer.R', lines)
  if (peer === undefined) return alone(size, own, ['not installed: lme4 (Rscript with the package lme4)'])
  try {
    const theirs = await peer.fit('fit')
    return {
      ...common,
      standings: [standing(ours, own.seconds, own.seconds), standing('lme4, fit alone', theirs.seconds, own.seconds)],
      checked: check(own, theirs),
      notes: [
        ...notesOf(own),
        `peer: ${peer.name}, one thread, without the check of derivatives and without conditional SDs`,
        'one lap each, since lme4 takes minutes',
      ],
    }
  } finally {
    await peer.close()
  }
}

/** Without a peer the variances are held against those that the ratings were drawn with. */
function alone(size: Size, own: LargeResult, reasons: readonly string[]): Comparison {
  const drawn = [spread.rater, spread.target, spread.residual].map((sd) => sd * sd)
  const apart = own.variances.map((value, index) => Math.abs(value / (drawn[index] ?? Number.NaN) - 1))
  agree(
    apart.every((value) => value < 0.05),
    `variances are ${apart.join(', ')} from those drawn with`,
  )
  return {
    title: titleOf(size),
    work: 1,
    unit: 'fits',
    standings: [standing(ours, own.seconds, own.seconds)],
    checked: `variances within ${Math.max(...apart).toExponential(1)} relative of those that the ratings were drawn with`,
    notes: [
      ...notesOf(own),
      ...reasons.map((reason) => `WITHOUT PEER: ${reason}; this time alone is no result to quote`),
    ],
  }
}

export const large: Benchmark = {
  peers: [],
  run: async () => [
    await againstLme4(million),
    alone(fiveMillion, fitAlone(fiveMillion), ['lme4 would factorise a dense matrix of 50,000 rows, 20 GB']),
  ],
}
