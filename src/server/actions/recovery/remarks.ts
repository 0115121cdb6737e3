/** The lines of a recovery that are no figures of measures: what was refused, found, and raised for nothing. */
import type { Text } from '#domain/text.ts'
import type { Recovery } from '../recover.ts'
import type { ConflictRecovery } from './conflicts.ts'
import type { NeedRecovery, RotationRecovery } from './needs.ts'
import type { Found, Raised } from './planted.ts'
import type { SamenessRecovery } from './sameness.ts'
import type { SignalRecovery } from './signals.ts'

const ofAll = ({ found, planted }: Found): string => `${found}/${planted}`
const precision = ({ raised, right }: Raised): string => `${right}/${raised}`
const listed = (kinds: Readonly<Record<string, Found>>): string =>
  Object.entries(kinds)
    .map(([kind, found]) => `${kind} ${ofAll(found)}`)
    .join(', ')

export function remarksOf({
  refusals,
  together,
  shownBelowFive,
  conflicts,
  sameness,
  signals,
  needs,
  rotation,
  skipped,
}: Recovery): Text[] {
  return [
    ...(refusals.length > 0 ? [ofRefusals(refusals)] : []),
    ...(together.length > 0 ? [ofTogether(together)] : []),
    ...(shownBelowFive === undefined ? [] : [ofSmallGroups(shownBelowFive)]),
    ...(conflicts ? ofConflicts(conflicts) : []),
    ...(sameness ? [ofSameness(sameness)] : []),
    ...(signals ? [ofSignals(signals)] : []),
    ...(needs ? [ofNeeds(needs)] : []),
    ...(rotation ? [ofRotation(rotation)] : []),
    ...skipped,
  ]
}

function ofRefusals(refusals: Recovery['refusals']): Text {
  const counts = refusals.map(({ measure, pairs, faults }) => `${measure} ${faults}/${pairs}`)
  return {
    zh: `拒绝比较：互不连通的人对被放进同一可比组的（应为 0）：${counts.join('、')}。`,
    en: `refusals: pairs of unconnected people that share a group (must be 0): ${counts.join(', ')}.`,
  }
}

function ofTogether(together: Recovery['together']): Text {
  const counts = together.map(({ measure, pairs, told }) => `${measure} ${told}/${pairs}`)
  return {
    zh: `始终共事的人对被分出高下的（应极少）：${counts.join('、')}。`,
    en: `always together: pairs told apart all the same (should be very few): ${counts.join(', ')}.`,
  }
}

const ofSmallGroups = (shown: number): Text => ({
  zh: `少于 5 份答卷却给出群众认可度的：${shown} 人（应为 0）。`,
  en: `recognition shown on fewer than 5 answers: ${shown} (must be 0).`,
})

function ofConflicts(found: ConflictRecovery): Text[] {
  const { claims, records, accepted, undecidable, lookAlikes } = found
  return [
    {
      zh: `矛盾：列出的属实 ${precision(found)}，查出 ${ofAll(claims)}；采信正确 ${accepted.right}、错误 ${accepted.wrong}、未定 ${accepted.undecided}；无从判定 ${undecidable.planted} 处，误作判定 ${undecidable.settled} 处；貌似有误而误报 ${lookAlikes.raised}/${lookAlikes.planted}。`,
      en: `conflicts: precision ${precision(found)}, recall ${ofAll(claims)}; accepted right ${accepted.right}, wrong ${accepted.wrong}, undecided ${accepted.undecided}; undecidable ${undecidable.planted}, settled all the same ${undecidable.settled}; look-alikes raised ${lookAlikes.raised}/${lookAlikes.planted}.`,
    },
    { zh: `记录差错查出：${listed(records)}。`, en: `impossible records found: ${listed(records)}.` },
  ]
}

const ofSameness = ({ kinds, copied, boilerplate, lookAlikes }: SamenessRecovery): Text => ({
  zh: `雷同：抄袭对属实 ${precision(copied)}，套话属实 ${precision(boilerplate)}；查出 ${listed(kinds)}；貌似雷同而误报 ${lookAlikes.raised}/${lookAlikes.planted}。`,
  en: `sameness: copied pairs precision ${precision(copied)}, boilerplate precision ${precision(boilerplate)}; found ${listed(kinds)}; look-alikes raised ${lookAlikes.raised}/${lookAlikes.planted}.`,
})

function ofSignals({ recall, people, units, lookAlikes, medianDayError, notJudged }: SignalRecovery): Text {
  const others = Object.entries(notJudged).map(([kind, count]) => `${kind} ${count}`)
  return {
    zh: `苗头：查出 ${listed(recall)}；对人的提示属实 ${precision(people)}，对单位的 ${precision(units)}；貌似而误报 ${lookAlikes.raised}/${lookAlikes.planted}，另以轻微列出 ${lookAlikes.raisedAsMinor}；日期误差中位数 ${medianDayError ?? '–'} 天；真值未载的类别：${others.join('、') || '无'}。`,
    en: `signs: found ${listed(recall)}; precision for people ${precision(people)}, for units ${precision(units)}; look-alikes raised ${lookAlikes.raised}/${lookAlikes.planted}, as minor ${lookAlikes.raisedAsMinor}; median day error ${medianDayError ?? '–'}; kinds without truth: ${others.join(', ') || 'none'}.`,
  }
}

function ofNeeds({ recall, precision: raised, lookAlikes }: NeedRecovery): Text {
  const right = Object.entries(raised)
    .map(([need, found]) => `${need} ${precision(found)}`)
    .join(', ')
  return {
    zh: `培养需求：查出 ${listed(recall)}；列出的属实 ${right}；貌似而误列 ${listed(lookAlikes)}。`,
    en: `needs: found ${listed(recall)}; precision ${right}; look-alikes listed ${listed(lookAlikes)}.`,
  }
}

const ofRotation = ({ recall, precision: raised, dated }: RotationRecovery): Text => ({
  zh: `轮岗：查出 ${ofAll(recall)}，列出的属实 ${precision(raised)}，到期月份正确 ${precision(dated)}。`,
  en: `rotation: found ${ofAll(recall)}, precision ${precision(raised)}, right month ${precision(dated)}.`,
})
