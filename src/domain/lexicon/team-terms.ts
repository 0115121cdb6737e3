import type { Entry } from './enumerations.ts'

/** Kinds of leading team by level, for what a place asks of their make-up; townships and the like are kinds of unit already. */
export const teamTerms = {
  teamClass: [
    ['prefecture-party-committee', '市级党委班子', 'Prefecture party committee'],
    ['prefecture-party-department', '市级党委工作机关班子', 'Prefecture party department'],
    ['prefecture-government', '市级政府班子', 'Prefecture government'],
    ['prefecture-congress', '市级人大班子', "Prefecture people's congress"],
    ['prefecture-cppcc', '市级政协班子', 'Prefecture CPPCC'],
    ['prefecture-discipline', '市级纪委监委班子', 'Prefecture discipline body'],
    ['prefecture-court', '市级法院班子', 'Prefecture court'],
    ['prefecture-procuratorate', '市级检察院班子', 'Prefecture procuratorate'],
    ['prefecture-department', '市级部门班子', 'Prefecture department'],
    ['prefecture-zone', '市级开发园区班子', 'Prefecture development zone'],
    ['prefecture-enterprise', '市级企业班子', 'Prefecture enterprise'],
    ['prefecture-institution', '市级事业单位班子', 'Prefecture public institution'],
    ['prefecture-association', '市级群团班子', 'Prefecture mass organisation'],
    ['county-party-committee', '县级党委班子', 'County party committee'],
    ['county-party-department', '县级党委工作机关班子', 'County party department'],
    ['county-government', '县级政府班子', 'County government'],
    ['county-congress', '县级人大班子', "County people's congress"],
    ['county-cppcc', '县级政协班子', 'County CPPCC'],
    ['county-discipline', '县级纪委监委班子', 'County discipline body'],
    ['county-court', '县级法院班子', 'County court'],
    ['county-procuratorate', '县级检察院班子', 'County procuratorate'],
    ['county-department', '县级部门班子', 'County department'],
    ['county-zone', '县级开发园区班子', 'County development zone'],
    ['county-enterprise', '县级企业班子', 'County enterprise'],
    ['county-institution', '县级事业单位班子', 'County public institution'],
    ['county-association', '县级群团班子', 'County mass organisation'],
  ],
} as const satisfies Record<string, readonly Entry[]>
