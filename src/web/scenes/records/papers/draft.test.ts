import { describe, expect, it } from 'vitest'
import type { DesignColumn } from '#server/contract/index.ts'
import { groupOfColumn, labelOfColumn, missingColumns, moved, worded } from './draft.ts'

const columns: DesignColumn[] = [{ field: 'name' }, { field: 'sex' }, { field: 'fullTimeSchool' }]

describe('a design as it is being changed', () => {
  it('moves a column both ways and never over an edge', () => {
    expect(moved(columns, 0, 2).map(({ field }) => field)).toEqual(['sex', 'fullTimeSchool', 'name'])
    expect(moved(columns, 2, 0).map(({ field }) => field)).toEqual(['fullTimeSchool', 'name', 'sex'])
    expect(moved(columns, 0, -1)).toEqual(columns)
    expect(moved(columns, 2, 3)).toEqual(columns)
  })

  it('keeps own words only where they are not the usual ones', () => {
    const school: DesignColumn = { field: 'fullTimeSchool' }
    expect(groupOfColumn(school)).toBe('全日制教育')
    expect(worded(school, 'group', '')).toEqual({ field: 'fullTimeSchool', group: '' })
    expect(worded({ ...school, group: '' }, 'group', '全日制教育')).toEqual(school)
    expect(worded(school, 'label', '院校')).toEqual({ ...school, label: '院校' })
    expect(labelOfColumn(worded({ ...school, label: '院校' }, 'label', ' '))).toBe('毕业院校及专业')
  })

  it('offers what is not there yet, and nothing that a roster cannot know', () => {
    const offered = [...missingColumns(columns).values()].flat()
    expect(offered).not.toContain('name')
    expect(offered).not.toContain('proposedPost')
    expect(offered.length).toBeGreaterThanOrEqual(40)
  })
})
