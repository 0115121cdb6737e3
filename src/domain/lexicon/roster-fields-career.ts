import { linesOf, type RosterField } from './roster-fields-kinds.ts'

const career = linesOf('career')

export const careerFields = {
  grassrootsYears: career(
    'years',
    88,
    ['基层年限', 'Grassroots years'],
    ['标为基层的经历，重叠只算一次', 'Marked as grassroots; overlaps once'],
    {
      usual: true,
    },
  ),
  townshipYears: career(
    'years',
    104,
    ['乡镇街道年限', 'Township years'],
    [
      '在乡镇、街道任职；单位不明的经历不计',
      'In townships and sub-districts; work in a unit not known here is left out',
    ],
  ),
  townshipPrincipalYears: career(
    'years',
    120,
    ['乡镇街道正职年限', 'Township principal years'],
    ['在乡镇、街道任正职', 'As the principal of a township or sub-district'],
  ),
  hardshipYears: career(
    'years',
    96,
    ['艰苦岗位年限', 'Hardship years'],
    ['艰苦地区或者艰苦复杂岗位', 'In hardship places or seats'],
  ),
  frontYears: career(
    'years',
    104,
    ['发展一线年限', 'Years at a growth front'],
    ['开发园区和标为发展一线的单位', 'Development zones and units marked as a front of growth'],
  ),
  enterpriseYears: career('years', 88, ['企业年限', 'Years in enterprises'], ['在企业任职', 'Posts in enterprises']),
  secondmentUpYears: career(
    'years',
    112,
    ['上级挂职年限', 'Years seconded up'],
    ['到上级同领域部门挂职', 'Seconded to a unit of the same field at a higher level'],
  ),
  principalYears: career('years', 88, ['正职年限', 'Years as principal'], ['担任正职', 'As a principal']),
  unitsServed: career(
    'count',
    80,
    ['任职单位数', 'Units served'],
    ['任过职的不同单位', 'Different units of all posts'],
  ),
  regionsServed: career('count', 80, ['任职地区数', 'Areas served'], ['任过职的不同地区', 'Different areas']),
  levelsServed: career(
    'count',
    80,
    ['任职层级数', 'Levels served'],
    ['任过职的不同单位层级', 'Different levels of units'],
  ),
  sectorsServed: career('count', 80, ['任职领域数', 'Fields served'], ['任过职的不同领域', 'Different fields of work']),
  sectorYears: career(
    'spans',
    168,
    ['各领域年限', 'Years by field'],
    ['在每个领域任职的时间', 'Time in posts of each field'],
    {
      of: 'sector',
      sort: false,
    },
  ),
  mainSector: career('term', 96, ['主要领域', 'Main field'], ['任职时间最长的领域', 'The field of the longest work'], {
    of: 'sector',
  }),
  background: career(
    'terms',
    144,
    ['专业背景', 'Background'],
    ['任过职的领域，和所学专业对应的领域', 'Fields of all posts, and fields that the subjects studied belong to'],
    { of: 'sector', sort: false },
  ),
} as const satisfies Record<string, RosterField>
