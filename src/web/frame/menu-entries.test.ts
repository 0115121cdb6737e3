import { describe, expect, it } from 'vitest'
import { router } from '../router.tsx'
import { crumbsOf, pageOf, placeOf, places } from './menu-entries.tsx'

const officePaths = Object.values(router.routesById)
  .filter(({ id }) => id.startsWith('/office/') && !id.endsWith('/$'))
  .map(({ fullPath }) => fullPath)
const said = (path: string) => crumbsOf(path).map(({ label }) => label.zh)

describe('the menu and the routes', () => {
  it.each(officePaths)('%s has a place', (path) => {
    expect(placeOf(path.replaceAll(/\$\w+/g, 'X'))).toBeDefined()
  })

  it.each(places.map((place) => pageOf(place).to))('%s is a page', (to) => {
    expect(officePaths).toContain(to)
  })

  it('names no page twice', () => {
    expect(new Set(places.map((place) => pageOf(place).to)).size).toBe(places.length)
  })
})

describe('crumbs', () => {
  it.each([
    ['/', []],
    ['/cadres', ['底册']],
    ['/cadres/C1', ['底册', '名册']],
    ['/rules/what-if', ['规则']],
    ['/rules/APPT-08', ['规则', '规则库']],
    ['/signs', ['管理']],
    ['/signs/ledger', ['管理', '苗头提示']],
    ['/key-seats/P1', ['管理', '交流轮岗', '关键岗位']],
    ['/matters/M1', ['管理', '待办与事项', '事项']],
    ['/vacancies/P1/rules', ['使用', '空缺']],
  ])('%s', (path, crumbs) => {
    expect(said(path)).toEqual(crumbs)
  })
})
