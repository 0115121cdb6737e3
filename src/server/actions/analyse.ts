import {
  compareVacancies,
  explainPair,
  groundOf,
  openedPairs,
  proposeSlate,
  shortlistVacancies,
} from '#appoint/index.ts'
import { developmentWork } from '#develop/index.ts'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import { type Restriction, withholdEstimates, withholdPapers, withholdSigns } from '#domain/restriction.ts'
import type { Analysis, SubjectFinding } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import {
  achievementSettings,
  combineChannels,
  earlySigns,
  readCharacter,
  reviewEvidence,
  synthesise,
  teamConditions,
} from '#identify/index.ts'
import { managementWork, supervisionDuties } from '#manage/index.ts'
import { factsFor, type RuleBook } from '#policy/index.ts'
import { wholeReading } from '#records/queries/index.ts'
import { dutiesOf } from '../board/rotation-duties.ts'
import { dueList } from './due-list.ts'
import { estimateInBackground } from './estimation/in-background.ts'

/** How long a step took and how much memory the process had used at its height by then. */
export interface Phase {
  readonly step: Text
  readonly seconds: number
  readonly peakMegabytes: number
}

/** What the work of a step may tell while it runs. */
export interface Report {
  /** How far it is, from 0 to 1. */
  readonly onFraction: (fraction: number) => void
  /** Memory that other processes took for it, at their height. */
  readonly onMemoryBeside: (megabytes: number) => void
}

/** Runs steps one after another, reports each, keeps their times, and stops when asked to. */
export function stopwatch(
  onProgress?: OnProgress,
  signal?: AbortSignal,
): {
  readonly signal: AbortSignal | undefined
  run<T>(step: Text, work: (report: Report) => T | Promise<T>): Promise<T>
  phases: Phase[]
} {
  const phases: Phase[] = []
  return {
    signal,
    phases,
    async run(step, work) {
      stopIfAsked(signal)
      const started = performance.now()
      onProgress?.({ step, fraction: 0 })
      let beside = 0
      const report: Report = {
        onFraction: (fraction) => onProgress?.({ step, fraction }),
        onMemoryBeside: (megabytes) => {
          beside = megabytes
        },
      }
      const result = await Promise.resolve(work(report)).catch((cause) => {
        stopIfAsked(signal)
        throw cause
      })
      onProgress?.({ step, fraction: 1 })
      const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024) + beside
      phases.push({ step, seconds: Math.round((performance.now() - started) / 10) / 100, peakMegabytes })
      return result
    },
  }
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return
  throw new ProblemError({
    code: 'stopped',
    message: {
      zh: '分析已按要求停止，没有写入结果。',
      en: 'The analysis was stopped as asked; no results were written.',
    },
    mend: { zh: '需要时重新运行即可。', en: 'Run it again when needed.' },
  })
}

/**
 * The whole analysis of a snapshot: estimates, findings, eligibility, shortlists, rotation duties and needs.
 * A function of its arguments: the same snapshot, rule book and restrictions give the same result. What a restricted person
 * said of others and what others said of that person goes on serving to calibrate the rest; the person's own numbers are not
 * kept, and nothing later is worked out of them.
 */
export async function analyse(
  snapshot: Snapshot,
  book: RuleBook,
  clock: ReturnType<typeof stopwatch>,
  restrictions: readonly Restriction[] = [],
): Promise<Analysis> {
  const estimated = await clock.run(
    { zh: '校正评分、估计实绩', en: 'Calibrating ratings and estimating achievement' },
    async ({ onFraction, onMemoryBeside }) => {
      const { results, peakMegabytes } = await estimateInBackground(snapshot, {
        settings: { achievement: achievementSettings(book, snapshot.asOf) },
        onFraction,
        signal: clock.signal,
      })
      onMemoryBeside(peakMegabytes)
      return results
    },
  )
  const ratings = [...estimated.ratings.estimates, ...estimated.furtherRatings.estimates]
  const recognised = await clock.run(
    { zh: '合看群众认可的四个渠道', en: 'Joining the four channels of public recognition' },
    () => combineChannels(snapshot, book, estimated.ratings.acceptance),
  )
  const compared = await clock.run({ zh: '逐人逐岗比对任职资格', en: 'Comparing every cadre with every vacancy' }, () =>
    compareVacancies(snapshot, book),
  )
  const measured = withholdEstimates(
    [...ratings, ...estimated.achievement.estimates, ...recognised.estimates],
    restrictions,
  )
  const ground = groundOf(snapshot, book, measured)
  const shortlisted = await clock.run({ zh: '列出人选并估计适岗度', en: 'Listing candidates and estimating fit' }, () =>
    shortlistVacancies(ground, compared.eligibility),
  )
  const findings = await clock.run({ zh: '写明依据', en: 'Writing out the grounds' }, () =>
    shortlisted.shortlists.flatMap(({ positionId, cadreId }): SubjectFinding[] =>
      explainPair(snapshot, book, positionId, cadreId).map((finding) => ({
        subject: `${positionId}/${cadreId}`,
        finding,
      })),
    ),
  )
  const rotation = await clock.run({ zh: '计算交流与任期到期日', en: 'Working out rotation and term duties' }, () =>
    dutiesOf(factsFor(snapshot, book), book),
  )
  const supervised = await clock.run(
    { zh: '列出到期和须关注的管理监督事项', en: 'Listing what supervision is due' },
    () => supervisionDuties(snapshot, book),
  )
  const developed = await clock.run({ zh: '列出培养需求', en: 'Listing what development is needed' }, () =>
    developmentWork({ snapshot, book, estimates: measured, rotation }),
  )
  const { needs } = developed
  const signs = await clock.run({ zh: '查看苗头', en: 'Looking for early signs' }, () => {
    const { signals, papers } = earlySigns(snapshot, book)
    return {
      signals: withholdSigns(signals, restrictions),
      papers: withholdPapers(papers, restrictions, 'signs'),
    }
  })
  const managed = await clock.run({ zh: '编列管理台账', en: 'Drawing up the registers of management' }, () =>
    managementWork({ snapshot, book, rotation, signals: signs.signals, needs }),
  )
  const character = await clock.run({ zh: '比对评语与事例', en: 'Comparing appraisal texts and deeds' }, () =>
    readCharacter(snapshot),
  )
  const teams = await clock.run({ zh: '比较班子运行质态', en: 'Comparing the condition of teams' }, () =>
    teamConditions(snapshot, book, ratings),
  )
  const evidence = await clock.run({ zh: '核对信息、比对来源', en: 'Checking records and comparing sources' }, () =>
    reviewEvidence(snapshot, book, { readingOf: wholeReading }),
  )
  const found = {
    estimates: [...measured, ...shortlisted.estimates],
    shortlists: shortlisted.shortlists,
    rotation,
    needs,
    signals: signs.signals,
    conflicts: evidence.conflicts,
  }
  const sheets = await clock.run({ zh: '编写综合研判表', en: 'Writing the synthesis sheets' }, () =>
    synthesise(snapshot, book, found),
  )
  const slate = await clock.run({ zh: '搜索整盘方案', en: 'Searching for a slate' }, ({ onFraction }) =>
    proposeSlate(ground, rotation, ({ fraction }) => {
      onFraction(fraction)
      return clock.signal?.aborted !== true
    }),
  )
  const opened = slate ? openedPairs(ground, slate) : { eligibility: [], findings: [] }
  return {
    ...found,
    workLists: [...developed.workLists, ...managed.workLists, dueList(snapshot, book)],
    slate,
    asOf: snapshot.asOf,
    snapshotHash: snapshot.hash,
    unitEstimates: [...estimated.achievement.unitEstimates, ...teams.estimates],
    findings: [
      ...findings,
      ...opened.findings,
      ...supervised,
      ...[...needs, ...developed.open].map(({ cadreId, finding }) => ({ subject: cadreId, finding })),
    ],
    eligibility: [...compared.eligibility, ...opened.eligibility],
    unlisted: shortlisted.unlisted,
    sameness: character.sameness,
    papers: [
      ...withholdPapers(
        [...estimated.achievement.papers, ...estimated.ratings.papers, ...recognised.papers],
        restrictions,
        'estimates',
      ),
      ...character.papers,
      ...sheets,
      ...teams.papers,
      ...signs.papers,
      ...evidence.papers,
    ],
  }
}
