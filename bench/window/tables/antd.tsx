/** The virtual table of Ant Design, as its documentation shows it. */
import { Table } from 'antd'
import { createRoot } from 'react-dom/client'
import { columns, type PeerRow, peerRows } from './rows.ts'

const rows = peerRows(Number(new URLSearchParams(location.search).get('rows')))
const shown = columns.map(({ key, title, width }, at) => ({
  dataIndex: key,
  key,
  title,
  width,
  ...(at === 0 && { fixed: 'left' as const }),
}))

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <Table<PeerRow>
      virtual
      size="small"
      rowKey="id"
      columns={shown}
      dataSource={rows}
      pagination={false}
      scroll={{ x: columns.length * 96, y: 780 }}
    />,
  )
