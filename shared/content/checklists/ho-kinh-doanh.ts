import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const topic = 'ho-kinh-doanh'
const changes = 'ho-kinh-doanh-thay-doi'

const opening: TableCondition = { question: 'viec', in: ['mo-moi'] }
const changing: TableCondition = { question: 'viec', in: ['doi'] }
const resting: TableCondition = { question: 'viec', in: ['nghi'] }
const ownerDied: TableCondition = { question: 'doi-gi', in: ['chu-cu-mat'] }
const newOwner: TableCondition = { question: 'doi-gi', in: ['chu-cu-mat', 'giao-nguoi-khac', 'them-nguoi'] }

export const hoKinhDoanhChecklist: DecisionTable = {
  start: { topic, case: 'mot-nguoi' },
  questions: [
    {
      id: 'viec',
      text: 'Cần làm gì với hộ kinh doanh?',
      hint: null,
      options: [
        { id: 'mo-moi', label: 'Mở mới, đăng ký lần đầu', clause: 'đăng ký lần đầu' },
        { id: 'doi', label: 'Đã có giấy, nay thay đổi', clause: 'đã có giấy mà cần thay đổi' },
        { id: 'nghi', label: 'Tạm ngừng hoặc nghỉ hẳn', clause: 'muốn ngừng kinh doanh' },
        { id: 'mat-giay', label: 'Mất, hỏng giấy chứng nhận', clause: 'mất, hỏng giấy chứng nhận' },
      ],
      askWhen: [],
    },
    {
      id: 'nguoi',
      text: 'Ai đứng tên hộ kinh doanh?',
      hint: null,
      options: [
        { id: 'mot-nguoi', label: 'Một người', clause: 'một người đứng tên' },
        { id: 'gia-dinh', label: 'Cả gia đình cùng đứng tên', clause: 'cả gia đình cùng đứng tên' },
      ],
      askWhen: [opening],
    },
    {
      id: 'nganh',
      text: 'Định bán gì, làm gì?',
      hint: null,
      options: [
        { id: 'thuong', label: 'Hàng hóa, dịch vụ thường', clause: 'bán hàng hóa, dịch vụ thường' },
        { id: 'an-uong', label: 'Ăn uống, thực phẩm', clause: 'bán đồ ăn uống, thực phẩm' },
        { id: 'co-dieu-kien', label: 'Rượu, thuốc lá, karaoke, gas', clause: 'bán rượu, thuốc lá, gas, mở karaoke' },
      ],
      askWhen: [opening],
    },
    {
      id: 'doi-gi',
      text: 'Cần thay đổi điều gì?',
      hint: null,
      options: [
        {
          id: 'noi-dung',
          label: 'Tên, địa chỉ, ngành nghề, vốn',
          clause: 'đổi tên, địa chỉ, ngành nghề, vốn',
        },
        { id: 'chu-cu-mat', label: 'Đổi chủ vì chủ cũ đã mất', clause: 'đổi chủ hộ vì chủ cũ đã mất' },
        {
          id: 'giao-nguoi-khac',
          label: 'Cả nhà giao người khác làm chủ',
          clause: 'cả nhà giao cho người khác làm chủ hộ',
        },
        { id: 'them-nguoi', label: 'Nhận thêm người cùng đứng tên', clause: 'nhận thêm người cùng đứng tên' },
      ],
      askWhen: [changing],
    },
    {
      id: 'con-may-nguoi',
      text: 'Ngoài chủ cũ, trong giấy còn mấy người cùng đứng tên?',
      hint: null,
      options: [
        { id: 'mot', label: 'Còn một người', clause: 'trong giấy còn một người' },
        { id: 'nhieu', label: 'Còn nhiều người', clause: 'trong giấy còn nhiều người' },
        { id: 'khong', label: 'Không còn ai', clause: 'trong giấy không còn ai' },
      ],
      askWhen: [ownerDied],
    },
    {
      id: 'nghi-the-nao',
      text: 'Nghỉ một thời gian hay nghỉ hẳn?',
      hint: null,
      options: [
        { id: 'tam-ngung', label: 'Tạm nghỉ, hoặc bán lại sớm', clause: 'tạm ngừng, bán lại sớm' },
        { id: 'nghi-han', label: 'Nghỉ hẳn, trả giấy', clause: 'nghỉ hẳn' },
      ],
      askWhen: [resting],
    },
    {
      id: 'ai-nop',
      text: 'Ai đi nộp?',
      hint: null,
      options: [
        { id: 'chu-ho', label: 'Chủ hộ tự nộp', clause: 'chủ hộ tự nộp' },
        { id: 'nguoi-quen', label: 'Nhờ một người nộp thay', clause: 'nhờ một người nộp thay' },
        { id: 'dich-vu', label: 'Thuê nơi làm dịch vụ', clause: 'thuê tổ chức dịch vụ làm thay' },
        { id: 'buu-dien', label: 'Nhờ nhân viên bưu điện', clause: 'nhờ bưu chính công ích nộp thay' },
      ],
      askWhen: [],
    },
    {
      id: 'dinh-danh',
      text: 'Chủ hộ có tài khoản VNeID chưa?',
      hint: null,
      options: [
        { id: 'co', label: 'Có rồi', clause: 'chủ hộ có tài khoản VNeID' },
        { id: 'chua', label: 'Chưa có', clause: 'chủ hộ chưa có tài khoản VNeID' },
      ],
      askWhen: [{ question: 'ai-nop', in: ['nguoi-quen', 'dich-vu', 'buu-dien'] }],
    },
  ],
  rules: [
    {
      id: 'ca-gia-dinh',
      when: [{ question: 'nguoi', in: ['gia-dinh'] }],
      useCase: { topic, case: 'ca-gia-dinh' },
      note: 'Giấy ủy quyền cho một người làm chủ hộ phải công chứng hoặc chứng thực xong trước khi nộp.',
      basis: 'portal',
    },
    { id: 'thay-doi', when: [changing], useCase: { topic: changes, case: 'doi-noi-dung' }, basis: 'portal' },
    { id: 'doi-chu-ho', when: [newOwner], useCase: { topic: changes, case: 'doi-chu-ho' }, basis: 'portal' },
    { id: 'tam-ngung', when: [resting], useCase: { topic: changes, case: 'tam-ngung' }, basis: 'portal' },
    {
      id: 'nghi-han',
      when: [{ question: 'nghi-the-nao', in: ['nghi-han'] }],
      useCase: { topic: changes, case: 'nghi-han' },
      warning: 'Trả xong nợ và thuế trước rồi mới nộp; còn nợ thuế thì chưa nghỉ hẳn được.',
      basis: 'portal',
    },
    {
      id: 'mat-giay',
      when: [{ question: 'viec', in: ['mat-giay'] }],
      useCase: { topic: changes, case: 'mat-giay' },
      basis: 'portal',
    },
    {
      id: 'chu-cu-mat',
      when: [ownerDied],
      need: ['giay-chung-tu'],
      omit: ['uy-quyen-thanh-vien-moi'],
      basis: 'portal',
    },
    {
      id: 'con-mot-nguoi',
      when: [{ question: 'con-may-nguoi', in: ['mot'] }],
      omit: ['uy-quyen-chu-ho'],
      note: 'Người còn lại làm chủ hộ.',
      basis: 'portal',
    },
    {
      id: 'con-nhieu-nguoi',
      when: [{ question: 'con-may-nguoi', in: ['nhieu'] }],
      need: ['uy-quyen-chu-ho'],
      basis: 'portal',
    },
    {
      id: 'khong-con-ai',
      when: [{ question: 'con-may-nguoi', in: ['khong'] }],
      warning:
        'Chủ cũ đứng tên một mình mà đã mất thì thường không đổi chủ theo cách này được. Gọi phường hỏi nên đóng hộ cũ hay đăng ký mới.',
      stops: true,
      basis: 'inferred',
    },
    {
      id: 'giao-nguoi-khac',
      when: [{ question: 'doi-gi', in: ['giao-nguoi-khac'] }],
      need: ['uy-quyen-chu-ho'],
      omit: ['giay-chung-tu', 'uy-quyen-thanh-vien-moi'],
      basis: 'portal',
    },
    {
      id: 'them-nguoi',
      when: [{ question: 'doi-gi', in: ['them-nguoi'] }],
      need: ['uy-quyen-thanh-vien-moi'],
      omit: ['giay-chung-tu', 'uy-quyen-chu-ho'],
      basis: 'portal',
    },
    {
      id: 'an-uong',
      when: [{ question: 'nganh', in: ['an-uong'] }],
      note: 'Bán đồ ăn uống thì hỏi thêm phường về giấy an toàn thực phẩm trước khi mở bán.',
      also: 'an-toan-thuc-pham',
      basis: 'inferred',
    },
    {
      id: 'nganh-co-dieu-kien',
      when: [{ question: 'nganh', in: ['co-dieu-kien'] }],
      note: 'Đăng ký xong vẫn phải có giấy phép riêng của ngành đó mới được mở; gọi phường hỏi xin ở đâu.',
      basis: 'inferred',
    },
    {
      id: 'chu-ho-tu-nop',
      when: [{ question: 'ai-nop', in: ['chu-ho'] }],
      omit: ['uy-quyen-ca-nhan', 'hop-dong-dich-vu', 'phieu-gui', 'can-cuoc-nguoi-uy-quyen'],
      basis: 'portal',
    },
    {
      id: 'nguoi-quen-nop',
      when: [{ question: 'ai-nop', in: ['nguoi-quen'] }],
      need: ['uy-quyen-ca-nhan'],
      omit: ['hop-dong-dich-vu', 'phieu-gui'],
      basis: 'portal',
    },
    {
      id: 'dich-vu-nop',
      when: [{ question: 'ai-nop', in: ['dich-vu'] }],
      need: ['hop-dong-dich-vu'],
      omit: ['uy-quyen-ca-nhan', 'phieu-gui'],
      basis: 'portal',
    },
    {
      id: 'buu-dien-nop',
      when: [{ question: 'ai-nop', in: ['buu-dien'] }],
      need: ['phieu-gui'],
      omit: ['uy-quyen-ca-nhan', 'hop-dong-dich-vu'],
      basis: 'portal',
    },
    {
      id: 'nop-thay-phai-xac-thuc',
      when: [{ question: 'ai-nop', in: ['nguoi-quen', 'dich-vu', 'buu-dien'] }],
      note: 'Cả người nhờ và người nộp thay đều phải xác thực điện tử.',
      basis: 'portal',
    },
    {
      id: 'co-dinh-danh',
      when: [{ question: 'dinh-danh', in: ['co'] }],
      omit: ['can-cuoc-nguoi-uy-quyen'],
      basis: 'portal',
    },
    {
      id: 'chua-co-dinh-danh',
      when: [{ question: 'dinh-danh', in: ['chua'] }],
      need: ['can-cuoc-nguoi-uy-quyen'],
      basis: 'portal',
    },
  ],
}
