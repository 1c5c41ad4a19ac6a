import type { DoorSheet } from './door-marks.ts'
import { doorMarkNames } from './names.ts'

/** The sheet on paper: a line for each house, boxes to tick with a pen. */
export function PaperDoors({ sheet, wardName }: { sheet: DoorSheet; wardName: string }) {
  const marks = Object.entries(doorMarkNames)
  return (
    <div className="only-print tin-paper">
      <p>
        {wardName} · {sheet.areaName}
      </p>
      <h1>Đi từng nhà: {sheet.title}</h1>
      <p>
        Mã tin {sheet.code}. Nhà chưa có ai nhận tin trên Zalo đứng trước. Chỉ ghi số nhà, không ghi tên. Đi xong, ghi
        lại vào máy rồi bỏ tờ này.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Nhà</th>
            <th scope="col">Trên Zalo</th>
            {marks.map(([mark, name]) => (
              <th key={mark} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.doors.map(({ house, hasJoined, mark }) => (
            <tr key={house}>
              <th scope="row">{house}</th>
              <td>{hasJoined ? 'có người' : 'chưa có'}</td>
              {marks.map(([key]) => (
                <td key={key} className="tin-tick">
                  <span className="tin-box">{mark === key ? '×' : ''}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
