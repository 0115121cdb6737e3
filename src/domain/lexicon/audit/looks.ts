/** Looks at what is held, and files that left. */
import { actionsOf } from './audit-action.ts'

const told = true

/** Looks at somebody. Sheets on which a person is one among the people of a matter, a case or a unit are not told. */
const atPeople = actionsOf(
  'look',
  {
    'dossier.view': ['查看干部档案页', 'Opened the dossier'],
    'dossier.view-then': ['查看当时所知的档案', 'Opened the dossier as known then', 'asOf', 'knownAt'],
    'dossier.view-history': ['查看档案变动', 'Looked at the history of the record'],
    'dossier.view-kin': ['查看亲属任职', 'Looked at kin in office'],
    'dossier.training.view': ['查看教育培训', 'Looked at training'],
    'photo.view': ['查看照片', 'Looked at the photo'],
    'form.view': ['查看任免审批表', 'Opened the approval form'],
    'pair.view': ['与职位比对', 'Compared with a seat'],
    'pair.suppose': ['假设比对', 'Compared with a seat on a supposition'],
    'considerations.view': ['对照职位考量', 'Looked at beside a seat'],
    'path.view': ['查看成长路径', 'Looked at paths to a seat'],
    'posting.view': ['查看岗位历练', 'Looked at postings for needs'],
    'posting.effect': ['查看历练安排的作用', 'Looked at what a posting would bring'],
    'exchange.view': ['查看交流安排', 'Looked at for an exchange'],
    'placement.why-not': ['查看未安排历练的原因', 'Asked why not placed'],
    'slate.why-not': ['查看未列入方案的原因', 'Asked why not in a slate'],
    'comparison.view': ['同表比较', 'Compared with others'],
    'meeting.view': ['会议演示', 'Shown at a meeting'],
    'development.view': ['查看培养需求', 'Looked at development needs'],
    'plan.view': ['查看培养计划', 'Looked at the plan'],
    'principal.view': ['查看一把手管理', 'Looked at as a principal'],
    'reserve-course.view': ['查看后备培养', 'Looked at in the reserve'],
    'paper.view': ['预览材料', 'Looked at a paper before it was taken out'],
    'exports.of-person': ['查看导出记录', 'Looked up which files left'],
  },
  told,
)

const atOthers = actionsOf('look', {
  'own-record.view': ['本人查阅', 'Looked at the own record'],
  'own-record.training.view': ['本人查阅教育培训', 'Looked at the own training'],
  'unit.view': ['查看单位', 'Looked at a unit'],
  'team.view': ['查看班子', 'Looked at a team'],
  'team.simulate': ['模拟班子调整', 'Tried changes of a team'],
  'key-seat.view': ['查看关键岗位', 'Looked at a key seat'],
  'case.view': ['查看任免事项', 'Looked at a case'],
  'case.known': ['查看决定时所知', 'Looked at what was known when a case was decided'],
  'case.paper-read': ['查看任免事项文书', 'Read a paper of a case'],
  'matter.view': ['查看办理事项', 'Looked at a matter'],
  'ballot.view': ['查看计票结果', 'Looked at the count of a ballot'],
  'slate.view': ['查看整盘方案', 'Looked at a slate'],
  'slate.preview': ['预览整盘方案', 'Tried a slate', 'vacancies'],
  'placement.view': ['查看历练安排方案', 'Looked at a placement'],
  'reserve.view': ['查看后备名单', 'Looked at the reserve'],
  'roster.preview': ['预览名册', 'Tried a roster', 'people', 'fields'],
  'survey.view': ['查看测评', 'Looked at a survey'],
  'rating-quality.view': ['查看评分质量', 'Looked at the quality of ratings'],
  'recognition.disagreements': ['查看测评分歧', 'Looked at disagreements of ratings'],
  'training.needs.view': ['查看培训需求名单', 'Looked at training needs'],
  'training.class.view': ['查看培训班', 'Looked at a class'],
  'training.plan.view': ['查看年度培训计划', 'Looked at the plan of training'],
  'import.person.view': ['核对导入人员', 'Looked at somebody in an import'],
  'deliveries.view': ['查看来源报送', 'Looked at deliveries'],
  'audit.search': ['查询审计记录', 'Searched the audit log', 'actor', 'person', 'kind', 'action', 'from', 'to'],
  'retention.view': ['查看保存期限', 'Looked at what is due to be deleted'],
  'neutrality.view': ['查看公平性比对', 'Looked at the neutrality report'],
  'register.view': ['查看处理活动登记', 'Looked at the processing register'],
})

const out = actionsOf('out', {
  export: ['导出材料', 'Took out a file', 'purpose', 'format', 'people', 'fileSha256'],
  'own-record.copy': ['本人取得记载副本', 'Took a copy of the own record', 'format', 'facts'],
})

export const looks = { ...atPeople, ...atOthers, ...out }
