/** Measured quantities as officers say them. */
import type { Span } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'

const years = (months: number): number => Math.floor(months / 12)

function one(months: number): Text {
  const y = years(months)
  const m = months % 12
  if (months <= 0) return { zh: '不满1个月', en: 'less than a month' }
  const zh = `${y > 0 ? `${y}年` : ''}${m > 0 ? `${m}个月` : ''}`
  const en = [y > 0 ? `${y} y` : '', m > 0 ? `${m} mo` : ''].filter((part) => part !== '').join(' ')
  return { zh, en }
}

/** @example spanText({ least: 37, most: 37 }).zh // '3年1个月' */
export function spanText(span: Span): Text {
  const least = one(span.least)
  if (span.least === span.most) return least
  const most = one(span.most)
  return { zh: `${least.zh}至${most.zh}`, en: `${least.en} to ${most.en}` }
}

/** Working days; where no calendar tells them, that they cannot be counted. */
export function workdaysText(least: number | undefined, most: number | undefined): Text {
  if (least === undefined || most === undefined) return { zh: '工作日数无法计算', en: 'working days not countable' }
  const days = least === most ? String(least) : `${least}–${most}`
  return { zh: `${days}个工作日`, en: `${days} working days` }
}

/** No stretch counts at all. */
export const noTime: Text = { zh: '0个月', en: 'none' }

export const numberText = (value: number): Text => ({ zh: String(value), en: String(value) })

/** Several descriptions as one; nothing found reads as none. */
export function listText(texts: readonly Text[]): Text {
  if (texts.length === 0) return { zh: '无', en: 'none' }
  return { zh: texts.map((text) => text.zh).join('、'), en: texts.map((text) => text.en).join(', ') }
}
