import type { Text } from '#domain/text.ts'

interface TaskWords {
  readonly title: Text
  readonly steps: readonly Text[]
}

/** 怎样…: the common jobs of the office, step by step. */
export const helpTaskWords = {
  'find-people': {
    title: { zh: '怎样按条件找人', en: 'Find people by conditions' },
    steps: [
      {
        zh: '打开“名册”。名册上方的句子就是筛选条件，点其中的词可以改。',
        en: 'Open Roster. The sentence above it is the filter; its words are the controls.',
      },
      {
        zh: '加条件：例如层次、年龄、经历年限、熟悉领域。条件之间是“并且”。',
        en: 'Add conditions such as level, age, years of experience, field. They hold together.',
      },
      {
        zh: '人太少时，去掉一个条件；没有人时，页面会写明去掉哪一条有多少人。',
        en: 'Too few people: drop a condition. With nobody, the page says how many there are without each.',
      },
      {
        zh: '地址栏带着全部条件，复制给同事即可打开同一份名单。',
        en: 'The address holds every condition: send it to a colleague to open the same list.',
      },
    ],
  },
  'find-one': {
    title: { zh: '怎样找到一个人', en: 'Find one person' },
    steps: [
      {
        zh: '按 Ctrl K，输入姓名、拼音、拼音首字母、单位或职位。',
        en: 'Press Ctrl K and type a name, pinyin, initials, a unit or a post.',
      },
      { zh: '上下键选，回车打开。', en: 'Choose with the arrow keys; Enter opens.' },
    ],
  },
  compare: {
    title: { zh: '怎样比较几个人', en: 'Compare several people' },
    steps: [
      {
        zh: '在名册里勾选二至五人，用下方的“同表比较”；或者在“同表比较”里按姓名加人。',
        en: 'Tick two to five people in the roster and compare them, or add people by name under Compare.',
      },
      {
        zh: '先看基本情况，再看量得怎样。重叠的横条后面写着能不能分辨。',
        en: 'Read the facts first, then what is measured. Where bars overlap, words say whether they can be told apart.',
      },
      { zh: '点任何一个数，看它从哪里来。', en: 'Open any number to see where it comes from.' },
    ],
  },
  'fill-vacancy': {
    title: { zh: '怎样为一个空缺比对人选', en: 'Compare candidates for a vacancy' },
    steps: [
      { zh: '打开“空缺”，选一个岗位。', en: 'Open Vacancies and choose a seat.' },
      {
        zh: '先看每条规则的核对结论，再看档。档内按姓氏笔画，不分先后。',
        en: 'Read the findings of each rule first, then the tiers. Inside a tier there is no order.',
      },
      {
        zh: '某人不在名单上：在“某人为什么不在名单上”里查原因。',
        en: 'Somebody is not listed: “Why is somebody not listed” gives the reason.',
      },
      {
        zh: '勾选几人“同表比较”，或到“班子模拟”看班子怎样变。',
        en: 'Tick some to compare, or open the simulation to see how the team changes.',
      },
    ],
  },
  'simulate-team': {
    title: { zh: '怎样看一个人进班子后的变化', en: 'See how a team changes with somebody in it' },
    steps: [
      { zh: '从空缺页或班子页打开“班子模拟”。', en: 'Open the simulation from the vacancy or the team.' },
      {
        zh: '选取一人，再选他要放的岗位；也可以只用键盘：选取、选岗、放入。',
        en: 'Pick a person, then the seat; the keyboard does the same.',
      },
      {
        zh: '看右边的结构、规则和适岗怎样变。“撤销”退回一步。什么也不会写入。',
        en: 'See make-up, rules and fit change. Undo goes back a step. Nothing is recorded.',
      },
    ],
  },
  slate: {
    title: { zh: '怎样编一份整盘方案', en: 'Make a slate' },
    steps: [
      {
        zh: '打开“方案”，点“新方案”，选要补的空缺、可动的范围和目标。',
        en: 'Open Slates, New slate; choose vacancies, who may move, and goals.',
      },
      { zh: '已经定下的，用“锁定”写明。', en: 'Fix what is decided with a lock.' },
      { zh: '点“开始搜索”。可以离开本页，完成后回来看。', en: 'Search. You may leave the page and come back.' },
      {
        zh: '逐步看条件与依据；问“为什么不是……”；改条件再搜，原方案不变。',
        en: 'Open each move; ask “Why not …”; change and search again: the first slate stays.',
      },
    ],
  },
  case: {
    title: { zh: '怎样办一件任用程序', en: 'Run an appointment case' },
    steps: [
      {
        zh: '打开“任用程序”，点“立项”，选职位、方案的一步或一名干部。',
        en: 'Open Cases, New case; choose a seat, a move of a slate, or a person.',
      },
      {
        zh: '每个环节填写事实、归卷材料。所填内容先存为草稿，点“记录”才写入。',
        en: 'At each stage enter the facts and file the papers. It stays a draft until you record it.',
      },
      {
        zh: '“关口”列出进入下一环节还缺什么、依据哪一条。',
        en: 'The gate lists what the next stage still needs, by which article.',
      },
      { zh: '写错了用“更正”，原记录保留在旁。', en: 'A slip is corrected; the earlier record stays beside it.' },
    ],
  },
  ballot: {
    title: { zh: '怎样组织一次投票', en: 'Hold a ballot' },
    steps: [
      { zh: '打开“投票”，点“新建投票”，写票样和名册。', en: 'Open Ballots, New ballot; write the sheet and the roll.' },
      {
        zh: '点“生成票条”，打印后发给参加人；每张只能用一次。',
        en: 'Make the slips, print and hand them out; each works once.',
      },
      {
        zh: '“开始投票”后看收到多少；纸票由两人录入核对。',
        en: 'Open the ballot and watch what comes in; paper ballots are entered twice.',
      },
      {
        zh: '结束后看计票；人数太少的类别不显示。',
        en: 'Close it and read the count; classes that are too small are not shown.',
      },
    ],
  },
  meeting: {
    title: { zh: '怎样在会上演示', en: 'Show it at a meeting' },
    steps: [
      { zh: '在空缺页或方案页点“会议演示”。', en: 'Open Meeting from the vacancy or the slate.' },
      { zh: '用左右键翻页，一页一个人；按 Esc 退出。', en: 'Arrow keys turn the pages, one person each; Esc leaves.' },
      {
        zh: '演示页只能看，不能改；没有名次和总分。',
        en: 'Nothing can be edited there; there are no ranks and no totals.',
      },
    ],
  },
  'import-package': {
    title: { zh: '怎样导入资料包', en: 'Import a package' },
    steps: [
      { zh: '打开“材料导入”，选取文件。', en: 'Open Imports and choose the files.' },
      {
        zh: '等核对完：每个问题写明行、列和怎样改。有错时什么都不写入。',
        en: 'Wait for the check: each fault names its row, its column and the mend. With a fault nothing is written.',
      },
      {
        zh: '逐项对比与底册不同的地方，确认要写入的。',
        en: 'Compare what differs from the record and confirm what is to be written.',
      },
      {
        zh: '写入后在上方的时钟旁点“重新分析”，名单和估计才会更新。',
        en: 'Then analyse again beside the clocks: lists and estimates follow.',
      },
    ],
  },
  'correct-fact': {
    title: { zh: '怎样更正一条事实', en: 'Correct a fact' },
    steps: [
      {
        zh: '打开本人页面，在“信息与佐证”里找到这一项，看各方怎样说。',
        en: 'Open the person, then Evidence, and find the fact with what each source says.',
      },
      {
        zh: '有材料的，从“材料导入”导入更正后的表；本人提出的，在“事项”里办“记载更正”。',
        en: 'With a paper, import the corrected form; what the person asks for is handled as a matter, Correction of the record.',
      },
      {
        zh: '原来的说法保留，页面写明何时、由谁、依据什么改的。',
        en: 'The earlier value stays; the page says when, by whom and on what ground it changed.',
      },
    ],
  },
  conflicts: {
    title: { zh: '怎样核对不一致的记载', en: 'Settle disagreements' },
    steps: [
      { zh: '打开“信息核对”，牵涉任用退休的排在前面。', en: 'Open Verification; what bears on posts comes first.' },
      {
        zh: '展开一项，看各来源、各自的材料日期和核对办法。',
        en: 'Open a row to see the sources, the dates of their papers, and how to settle it.',
      },
      { zh: '到本人的“信息与佐证”核对原件。', en: 'Go to the evidence of the person and look at the originals.' },
    ],
  },
  sign: {
    title: { zh: '怎样处理一条苗头提示', en: 'Look into an early sign' },
    steps: [
      {
        zh: '打开“苗头提示”。先看各类有多少、偶然会有多少。',
        en: 'Open Early signs: how many of each kind, and how many by chance.',
      },
      {
        zh: '到档案核对事实，记下核对的结果；属于记错的写明原因。',
        en: 'Check the facts in the dossier and record what you found; if it was a slip, say why.',
      },
      {
        zh: '确需了解的，立“苗头性问题关爱”事项：先谈话，再看是否函询。本人看得到，可以回复。',
        en: 'If it needs more, open a matter of care: talk first, inquire only then. The person sees it and may reply.',
      },
    ],
  },
  judgement: {
    title: { zh: '怎样写研判意见并署名', en: 'Write and sign a judgement' },
    steps: [
      {
        zh: '打开本人页面的“研判表”，看系统列出的依据。',
        en: 'Open the judgement sheet of the person and read the grounds.',
      },
      {
        zh: '点“写意见”，选同意、不同看法或补充，写明理由。',
        en: 'Add a judgement: agree, see it differently, or add; say why.',
      },
      { zh: '点“署名提交”。署名后不能改，可以再写一条。', en: 'Sign. It is kept as signed; add another to change it.' },
    ],
  },
  plan: {
    title: { zh: '怎样定一份个人培养计划', en: 'Make a development plan' },
    steps: [
      { zh: '在“培养需求”或本人的“培养”里看缺什么。', en: 'See what is lacking under Needs or on the person’s page.' },
      {
        zh: '打开“培养计划”，选此人，写目标、措施和期限。',
        en: 'Open Plans, choose the person, and write goals, measures and dates.',
      },
      {
        zh: '送本人看；执行情况逐条记录，到期在“待办”里提示。',
        en: 'The person sees it; progress is recorded line by line and due dates come to To-dos.',
      },
    ],
  },
  training: {
    title: { zh: '怎样排培训', en: 'Plan training' },
    steps: [
      {
        zh: '打开“教育培训”，看谁缺学时、缺专题，到哪一天为止。',
        en: 'Open Training: who lacks hours or topics, and until when.',
      },
      { zh: '用“建班”写班次、日期和名额。', en: 'Set up classes with dates and places.' },
      { zh: '到“年度计划”点“生成计划”，手工调整后“通过计划”。', en: 'Make the plan, adjust it by hand, adopt it.' },
      { zh: '结业后登记学时，名单随下次分析更新。', en: 'Record completion; lists follow with the next analysis.' },
    ],
  },
  rotation: {
    title: { zh: '怎样安排交流轮岗', en: 'Arrange rotation' },
    steps: [
      { zh: '打开“交流轮岗”，看谁在何时、按哪一条到期。', en: 'Open Rotation: who is due, when, by which rule.' },
      {
        zh: '“五年预测”看波峰，“交流计划”看分年怎样摊开。',
        en: 'Years ahead shows the wave, Plan spreads it over the years.',
      },
      {
        zh: '勾选几人，点“编制方案”，搜索到哪里去、谁来接。',
        en: 'Tick people and make a slate: where they go and who follows.',
      },
    ],
  },
  'print-form': {
    title: { zh: '怎样打印任免审批表', en: 'Print the appointment form' },
    steps: [
      {
        zh: '一个人：打开本人页面的“审批表”，下载 PDF 或 Word。',
        en: 'One person: open the form on the dossier and download PDF or Word.',
      },
      {
        zh: '一批人：打开“审批表”，选人，“核对名单”，“生成”，下载压缩包。',
        en: 'Many: open Forms, choose people, check the list, make, download the zip.',
      },
      {
        zh: '没有记载的栏留空；导出记录里写有谁、何时、为什么。',
        en: 'What is not on record stays blank; the export log keeps who, when and what for.',
      },
    ],
  },
  export: {
    title: { zh: '怎样导出名册', en: 'Take a roster out' },
    steps: [
      { zh: '在名册里按条件筛好，点“编印名册”。', en: 'Filter the roster and choose “Compose a roster”.' },
      {
        zh: '选栏目和版式，写明用途。带水印，每次都有记录。',
        en: 'Choose columns and layout and say what for. It is watermarked and logged.',
      },
    ],
  },
  minutes: {
    title: { zh: '怎样登记一次议事决策', en: 'Record a meeting of a principal' },
    steps: [
      { zh: '打开“一把手”下的“议事决策”，点“登记会议”。', en: 'Open Meetings under Principals and record one.' },
      { zh: '写到会、逐项议题、各人意见和票数。', en: 'Enter who came, each item, each opinion and the votes.' },
      { zh: '登记后逐条核对议事规则；写错的用“更正”。', en: 'The rules of decision are checked; slips are corrected.' },
    ],
  },
  'set-rule': {
    title: { zh: '怎样看、怎样改一个年限', en: 'See or change a figure of a rule' },
    steps: [
      {
        zh: '在“规则库”里找到这一条，看数值、来源和案例。',
        en: 'Find the rule in the rule book: its figures, source and cases.',
      },
      {
        zh: '到“政策推演”改数，看名单会怎样变。这一步不改任何记录。',
        en: 'Change it under What if and see what lists would do. Nothing is recorded.',
      },
      { zh: '由部领导凭文件采用，写明起用日期。', en: 'The head adopts it under a document, from a day.' },
    ],
  },
  analyse: {
    title: { zh: '怎样让名单跟上新记录', en: 'Bring lists up to new records' },
    steps: [
      { zh: '上方时钟旁写有“此后记录”了多少条。', en: 'Beside the clocks stands how much was recorded since.' },
      {
        zh: '点它，选事实时点，点“开始分析”。可以离开本页。',
        en: 'Open it, choose the day of the facts and begin. You may leave the page.',
      },
      {
        zh: '完成后各页自动换成新的结果，旧的仍可查。',
        en: 'When it is done, pages show the new results; the old ones are kept.',
      },
    ],
  },
} as const satisfies Record<string, TaskWords>

export type HelpTask = keyof typeof helpTaskWords
