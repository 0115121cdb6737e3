import type { Certainty } from '#domain/estimate.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Track } from '#domain/track.ts'
import type { Exposure } from './exposure.ts'
import { type SynthesisSettings, synthesisRule } from './settings.ts'
import type { Ground, Person, SheetLine } from './sheet.ts'

/** What a career speaks for, in words. */
export interface Direction {
  /** Undefined where the career does not tell. */
  readonly track: Track | undefined
  readonly certainty: Certainty
  readonly says: Text
}

/**
 * 发展方向: what people have confirmed comes first; else the career is read. A career that is both deep and wide leans, one
 * that is neither says nothing, and the line says that.
 */
export function directionLine({ exposure, settings, recordedTrack }: Person): SheetLine {
  const confirmedLine =
    recordedTrack === undefined ? undefined : fill(confirmed, { track: labelOf('track', recordedTrack) })
  const read = directionOf(exposure, settings)
  return {
    id: 'direction',
    output: 'direction',
    says: confirmedLine ?? read.says,
    certainty: confirmedLine ? 'separable' : read.certainty,
    grounds: [...careerGrounds(exposure), { kind: 'rule', id: synthesisRule, says: thresholds }],
  }
}

/**
 * Generalist or specialist, as the career speaks: long in one field, or widely placed.
 * @example directionOf(exposureOf(cadre, asOf), synthesisSettings(book, asOf)).track // 'specialist'
 */
export function directionOf({ sectors, units }: Exposure, settings: SynthesisSettings): Direction {
  const [main] = sectors
  const months = sectors.reduce((sum, { months }) => sum + months, 0)
  if (!main || months === 0) return { track: undefined, certainty: 'inseparable', says: noCareer }
  const percent = Math.round((100 * main.months) / months)
  const isTrade = !settings.noTrade.includes(main.sector)
  const isDeep = isTrade && main.months >= 12 * settings.specialistYears && percent >= settings.specialistPercent
  const isWide = sectors.length >= settings.generalistSectors || units >= settings.generalistUnits
  const values = {
    sector: labelOf('sector', main.sector),
    years: years(main.months),
    percent,
    sectors: sectors.length,
    units,
  }
  if (isDeep && !isWide) return { track: 'specialist', certainty: 'separable', says: fill(specialist, values) }
  if (isWide && !isDeep) return { track: 'generalist', certainty: 'separable', says: fill(generalist, values) }
  if (isDeep && isWide) return { track: 'specialist', certainty: 'leaning', says: fill(deepAndWide, values) }
  return { track: undefined, certainty: 'inseparable', says: fill(neither, values) }
}

const years = (months: number): string => (months / 12).toFixed(1)

function careerGrounds({ sectors, evidence }: Exposure): Ground[] {
  if (evidence.length === 0) return []
  const parts = sectors.slice(0, 4)
  const write = (language: keyof Text, join: string): string =>
    parts.map(({ sector, months }) => `${labelOf('sector', sector)[language]} ${years(months)}`).join(join)
  const says = {
    zh: `任职领域（年）：${parts.length > 0 ? write('zh', '，') : '未知'}`,
    en: `Fields of work (years): ${parts.length > 0 ? write('en', ', ') : 'unknown'}`,
  }
  return [{ kind: 'record', id: 'tenures', says }]
}

const confirmed: Text = { zh: '已确认按{track}培养。', en: 'Confirmed as {track}.' }
const noCareer: Text = {
  zh: '任职领域没有记载，看不出方向。',
  en: 'No field of work is on record: no direction can be told.',
}
const specialist: Text = {
  zh: '在{sector}领域任职 {years} 年，占 {percent}%，可考虑按专业型培养。',
  en: '{years} years in {sector}, {percent} % of the career: a specialist track may be considered.',
}
const generalist: Text = {
  zh: '到过 {sectors} 个领域、{units} 个单位，可考虑按复合型培养。',
  en: 'Has worked in {sectors} fields and {units} units: a generalist track may be considered.',
}
const deepAndWide: Text = {
  zh: '在{sector}领域 {years} 年，又到过 {units} 个单位，专业型、复合型都有依据，略偏专业型。',
  en: '{years} years in {sector} and {units} units besides: grounds for both tracks, a little more for specialist.',
}
const neither: Text = {
  zh: '最长的是{sector} {years} 年，到过 {units} 个单位，经历还分不出专业型和复合型。',
  en: 'Longest in {sector}, {years} years, {units} units: the career does not tell the two tracks apart yet.',
}
const thresholds: Text = {
  zh: '年限和个数见本地的综合研判口径',
  en: 'The thresholds are in the local settings for the sheet',
}
