/** What an officer does at a case, by hand: types facts, answers, records exceptions, goes on. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { formatDate } from '../src/domain/calendar.ts'
import { identifiersOf, labelOf } from '../src/domain/lexicon/terms.ts'
import { processCatalogues, processFields, type RollEntry, rollFields } from '../src/domain/process.ts'
import type { RecordedFacts } from '../src/domain/selection-case.ts'
import { settled } from './browser.ts'

const dotted = (date: number | string): string =>
  (typeof date === 'number' ? formatDate(date) : date).replaceAll('-', '.')

const isField = (name: string): name is keyof typeof processFields => name in processFields
const isCatalogue = (name: string): name is keyof typeof processCatalogues => name in processCatalogues

/** Types facts into the form of the stage, as recorded in `RecordedFacts`; of one candidate where `cadreId` is given. */
export async function typeFacts(page: Page, facts: RecordedFacts, cadreId?: string): Promise<void> {
  for (const [name, value] of Object.entries(facts)) {
    const field = page.locator(`#fact-${cadreId ?? 'case'}-${name}`)
    if (isField(name)) {
      const { kind } = processFields[name]
      if (kind === 'boolean' || kind === 'term') await field.selectOption(String(value))
      else await field.fill(kind === 'date' ? dotted(Number(value)) : String(value))
    } else if (isCatalogue(name)) {
      const { items } = processCatalogues[name]
      for (const item of identifiersOf(items)) {
        const said = (value as Readonly<Record<string, unknown>>)[item]
        if (said === undefined) continue
        const row = field
          .getByRole('row')
          .filter({ has: page.getByRole('rowheader', { name: labelOf(items, item).zh, exact: true }) })
        await row.locator('select').first().selectOption(String(said))
      }
    } else {
      await typeRoll(page, name, value as unknown as readonly RollEntry[])
    }
  }
}

async function typeRoll(page: Page, name: string, entries: readonly RollEntry[]): Promise<void> {
  const roll = page.locator(`#fact-case-${name}`)
  await roll
    .locator('.case-roll-add input[type=text]')
    .last()
    .fill(entries.map((entry) => entry.name).join('、'))
  await roll.getByRole('button', { name: '加入' }).click()
  for (const { name: person, ...said } of entries) {
    for (const [column, value] of Object.entries(said)) {
      const { label } = rollFields[column as keyof typeof rollFields]
      await roll.getByLabel(`${person} ${label.zh}`, { exact: true }).selectOption(String(value))
    }
  }
}

/** Records what was typed, with the paper it is taken from, as of the day it happened. */
export async function record(page: Page, source: string, on: string, correction?: string): Promise<void> {
  const form = page.locator('.case-facts')
  await form.getByLabel('出自').fill(source)
  await form.getByLabel('发生日期').fill(dotted(on))
  if (correction !== undefined) await form.getByLabel('更正理由').fill(correction)
  await form.getByRole('button', { name: /^记录 \d+ 项$/ }).click()
  await form.locator('.case-save').waitFor({ state: 'detached' })
  await compared(page)
}

/** The gate has been asked anew, and nothing of it is on its way. */
const compared = (page: Page): Promise<void> =>
  page.locator('.case-column[aria-busy=true]').waitFor({ state: 'detached' })

/** Puts the gate on a day. */
export async function onDay(page: Page, on: string): Promise<void> {
  await page.locator('.case-advance').getByLabel('发生日期').fill(dotted(on))
  await compared(page)
}

/** Answers every question that the gate puts, and reads every warning. */
export async function answerAll(page: Page): Promise<void> {
  const asked = page.locator('.gate-entry.asks')
  while ((await asked.count()) > 0) {
    const before = await asked.count()
    await asked.first().getByRole('button', { name: '研究后答复' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('研究认为不影响').check()
    await dialog.getByLabel('研究情况').fill('部务会研究，不影响')
    await dialog.getByRole('button', { name: '记录答复' }).click()
    await dialog.waitFor({ state: 'detached', timeout: 10_000 }).catch(async () => {
      throw new Error(await dialog.innerText())
    })
    await expect.poll(() => asked.count(), { timeout: 10_000 }).toBeLessThan(before)
    await compared(page)
  }
  for (const box of await page.locator('.gate-entry.warns input[type=checkbox]').all()) await box.check()
}

/** Goes on to the next stage, or ends the case, on a day. */
export async function goOn(page: Page, on: string): Promise<void> {
  await onDay(page, on)
  await answerAll(page)
  const answered = page.waitForResponse((response) => response.url().endsWith('/events'), { timeout: 20_000 })
  await page.locator('.case-advance .main-button').click({ timeout: 5000 })
  const response = await answered
  if (!response.ok()) throw new Error(await response.text())
  await settled(page)
}

/** The titles of the rules that hold the gate. */
export const blocking = (page: Page): Promise<string[]> =>
  page.locator('.gate-entry.blocks .gate-said b').allInnerTexts()

/** The stage that the case is at. */
export const stageOf = (page: Page): Promise<string> => page.locator('.course-path [aria-current=step]').innerText()
