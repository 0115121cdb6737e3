import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Colour, palette } from './palette.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

test('CSS and charts read the same colours', () => {
  for (const [name, value] of Object.entries(palette)) {
    const variable = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    expect(css, name).toContain(`--${variable}: ${value.toLowerCase()};`)
  }
})

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(palette[a]), luminance(palette[b])].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test('text reaches 4.5 : 1 on every ground it stands on, marks that carry meaning 3 : 1', () => {
  for (const text of ['ink', 'ink2', 'ink3', 'accent'] as const) {
    for (const ground of ['paper', 'ground', 'sunk', 'tint'] as const) {
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
  for (const ground of ['paper', 'ground', 'group'] as const) {
    expect(contrast('interval', ground), `interval on ${ground}`).toBeGreaterThanOrEqual(3)
  }
  expect(contrast('control', 'paper')).toBeGreaterThanOrEqual(3)
})
