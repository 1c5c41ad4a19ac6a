import type { DecisionTable } from '../../decision-table.ts'
import { foreignPapersNeedLegalisation } from '../civil-status.ts'
import { answered } from './civil-status.ts'
import { askForProofOfBirth, askForProofOfKinship, proofOfBirthRules, proofOfKinshipRules } from './proofs.ts'

const topic = 'nhan-cha-me-con'

export const nhanChaMeConChecklist: DecisionTable = {
  start: { topic, case: 'con-da-khai-sinh' },
  questions: [
    {
      id: 'con',
      text: 'Người con đã có giấy khai sinh chưa?',
      hint: null,
      options: [
        {
          id: 'roi',
          label: 'Rồi, còn trống tên cha hoặc mẹ',
          clause: 'con đã có giấy khai sinh, còn trống tên cha hoặc mẹ',
        },
        { id: 'chua', label: 'Chưa khai sinh', clause: 'con chưa khai sinh' },
        { id: 'nuoc-ngoai', label: 'Có người nước ngoài', clause: 'cha, mẹ hoặc con là người nước ngoài' },
      ],
      askWhen: [],
    },
    {
      id: 'con-va-nuoc-ngoai',
      text: 'Người con đó đã có giấy khai sinh chưa?',
      hint: null,
      options: [
        { id: 'roi', label: 'Rồi', clause: 'con đã có giấy khai sinh' },
        { id: 'chua', label: 'Chưa, sinh ở Việt Nam', clause: 'con sinh ở Việt Nam, chưa khai sinh' },
        { id: 'sinh-o-ngoai', label: 'Chưa, sinh ở nước ngoài', clause: 'con sinh ở nước ngoài, chưa khai sinh' },
      ],
      askWhen: [answered('con', 'nuoc-ngoai')],
    },
    askForProofOfBirth([answered('con', 'chua')]),
    askForProofOfKinship([]),
  ],
  rules: [
    {
      id: 'chua-khai-sinh',
      when: [answered('con', 'chua')],
      useCase: { topic, case: 'con-chua-khai-sinh' },
      note: 'Khai sinh và nhận cha, mẹ cho con làm gộp một lần.',
      basis: 'portal',
    },
    {
      id: 'co-nuoc-ngoai',
      when: [answered('con', 'nuoc-ngoai')],
      useCase: { topic, case: 'nuoc-ngoai' },
      note: foreignPapersNeedLegalisation,
      basis: 'portal',
    },
    {
      id: 'nuoc-ngoai-chua-khai-sinh',
      when: [answered('con-va-nuoc-ngoai', 'chua', 'sinh-o-ngoai')],
      useCase: { topic, case: 'nuoc-ngoai-chua-khai-sinh' },
      note: 'Khai sinh và nhận cha, mẹ cho con làm gộp một lần.',
      basis: 'portal',
    },
    {
      id: 'sinh-o-viet-nam',
      when: [answered('con-va-nuoc-ngoai', 'chua')],
      omit: ['giay-chung-sinh-nuoc-ngoai', 'nhap-canh-va-cu-tru'],
      basis: 'portal',
    },
    {
      id: 'sinh-o-nuoc-ngoai',
      when: [answered('con-va-nuoc-ngoai', 'sinh-o-ngoai')],
      need: ['giay-chung-sinh-nuoc-ngoai', 'nhap-canh-va-cu-tru'],
      omit: ['giay-chung-sinh', 'nguoi-lam-chung', 'cam-doan-viec-sinh'],
      basis: 'portal',
    },
    ...proofOfBirthRules,
    ...proofOfKinshipRules,
  ],
}
