/** AG Grid Community, rows and columns virtual, the first pinned. JavaScript: its types are not there when bench is checked. */
import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community'
import { columns, peerRows } from './rows.ts'

ModuleRegistry.registerModules([AllCommunityModule])

const place = document.getElementById('root')
if (place) {
  place.style.height = '860px'
  createGrid(place, {
    rowHeight: 30,
    rowData: peerRows(Number(new URLSearchParams(location.search).get('rows'))),
    columnDefs: columns.map(({ key, title, width }, at) => ({
      field: key,
      headerName: title,
      width,
      ...(at === 0 && { pinned: 'left' }),
    })),
  })
}
