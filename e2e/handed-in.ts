import type { Page } from 'playwright-core'

const form = `<?xml version="1.0" encoding="utf-8"?>
<Person><XingMing>欧阳望雪</XingMing><XingBie>女</XingBie><ChuShengNianYue>199102</ChuShengNianYue><MinZu>满族</MinZu>
<JianLi>2014.07--2019.03  云川市财政局干部\r\n2019.03--         云川市财政局副科长</JianLi>
<NianDuKaoHeJieGuo>2025年年度考核优秀</NianDuKaoHeJieGuo></Person>`

/** The address of the first person of an import: of a draft that is there, else of a form handed in for this. */
export const importOfForm = (page: Page): Promise<string> =>
  page.evaluate(async (text) => {
    const headers = { 'x-zhiren-request': '1' }
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const { imports } = await read('/imports')
    const there = imports.find(({ state }: { state: string }) => state === 'draft')
    if (there) return `/imports/${there.importId}?person=1`
    const { importId } = await (await fetch('/api/imports', { method: 'POST', headers })).json()
    await fetch(`/api/imports/${importId}/files?name=${encodeURIComponent('欧阳望雪.lrmx')}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: text,
    })
    await fetch(`/api/imports/${importId}/read`, { method: 'POST', headers })
    for (let tenth = 0; tenth < 300; tenth++) {
      const { state } = await read(`/imports/${importId}`)
      if (state === 'draft') return `/imports/${importId}?person=1`
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the form was not read within half a minute')
  }, form)
