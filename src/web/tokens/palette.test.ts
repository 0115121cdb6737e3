import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, markContrast, textContrast } from './contrast.ts'
import { type Colour, colours, type Palette, palettes, sansStack } from './palette.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [screen = '', print = ''] = css.split('@media print')

const asVariable = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const written = (palette: Palette): Record<string, string> =>
  Object.fromEntries(colours.map((name) => [asVariable(name), palette[name]]))
/** The variables of a part of the sheet whose value is what the pattern says, by name. */
const read = (part: string, value: RegExp, group: number): Record<string, string> =>
  Object.fromEntries(
    [...part.matchAll(new RegExp(`--([a-z0-9-]+): ${value.source};`, 'g'))].map((found) => [
      found[1] ?? '',
      found[group] ?? '',
    ]),
  )

test('the style sheet and the table hold the same colours by day, by night and on paper', () => {
  const pair = /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/
  expect(read(screen, pair, 2)).toEqual(written(palettes.light))
  expect(read(screen, pair, 3)).toEqual(written(palettes.dark))
  expect(read(print, /(#[0-9a-f]{6})/, 2)).toEqual(written(palettes.print))
  expect(css).toContain(`--sans: ${sansStack};`)
})

const texts = ['ink', 'ink2', 'ink3', 'accent'] as const
const grounds = ['paper', 'ground', 'sunk', 'tint'] as const
const marks: readonly (readonly [Colour, Colour])[] = [
  ['interval', 'paper'],
  ['interval', 'ground'],
  ['interval', 'group'],
  ['control', 'paper'],
  ['control', 'ground'],
]

for (const [surface, palette] of Object.entries(palettes)) {
  test(`${surface}: text reaches 4.5 : 1 on every ground it stands on, marks that carry meaning 3 : 1`, () => {
    for (const text of texts) {
      for (const ground of grounds) {
        expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(textContrast)
      }
      expect(contrast(palette.ink, palette.group), 'ink on group').toBeGreaterThanOrEqual(textContrast)
    }
    expect(contrast(palette.paper, palette.accent), 'the word of a primary button').toBeGreaterThanOrEqual(textContrast)
    for (const [mark, ground] of marks) {
      expect(contrast(palette[mark], palette[ground]), `${mark} on ${ground}`).toBeGreaterThanOrEqual(markContrast)
    }
  })
}

test('contrast is that of WCAG 2.2', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
