/**
 * What a source states of the legal documents in laws.ts. What none states is left out: a document without a state may
 * hold, may have changed, or may be gone. A last day that is yet to come stands in laws.ts.
 */
import type { LawState } from '../laws/index.ts'

interface LawFacts {
  state?: LawState
  issuedOn?: string
  effectiveFrom?: string
  /** Documents that amended or replaced it. */
  changedBy?: string[]
}

/** As of October 2026. */
export const lawFacts: Record<string, LawFacts> = {
  '60/2014/QH13': {
    state: 'in_force',
    issuedOn: '2014-11-20',
    effectiveFrom: '2016-01-01',
    changedBy: ['03/2026/QH16'],
  },
  '68/2020/QH14': {
    state: 'amended',
    issuedOn: '2020-11-13',
    effectiveFrom: '2021-07-01',
    changedBy: ['118/2025/QH15'],
  },
  '36/2024/QH15': {
    state: 'amended',
    issuedOn: '2024-06-27',
    effectiveFrom: '2025-01-01',
    changedBy: ['118/2025/QH15'],
  },
  '135/2025/QH15': { state: 'in_force', effectiveFrom: '2026-07-01' },
  '136/2025/QH15': { state: 'in_force', issuedOn: '2025-12-10', effectiveFrom: '2026-07-01' },
  '66.18/2026/NQ-CP': { issuedOn: '2026-05-18' },
  '101/2024/NĐ-CP': {
    state: 'amended',
    issuedOn: '2024-07-29',
    effectiveFrom: '2024-08-01',
    changedBy: ['226/2025/NĐ-CP', '49/2026/NĐ-CP'],
  },
  '102/2024/NĐ-CP': { issuedOn: '2024-07-30' },
  '175/2024/NĐ-CP': { state: 'expired', issuedOn: '2024-12-30', changedBy: ['217/2026/NĐ-CP'] },
  '105/2025/NĐ-CP': { issuedOn: '2025-05-15' },
  '140/2025/NĐ-CP': { state: 'in_force', issuedOn: '2025-06-12', effectiveFrom: '2025-07-01' },
  '144/2025/NĐ-CP': { state: 'in_force', issuedOn: '2025-06-12', effectiveFrom: '2025-07-01' },
  '217/2026/NĐ-CP': { state: 'in_force' },
  '41/2024/QH15': { state: 'in_force', issuedOn: '2024-06-29', effectiveFrom: '2025-07-01' },
  '43/2024/QH15': { issuedOn: '2024-06-29' },
  '118/2025/QH15': { state: 'in_force', issuedOn: '2025-12-10', effectiveFrom: '2026-07-01' },
  '23/2015/NĐ-CP': { issuedOn: '2015-02-16' },
  '123/2015/NĐ-CP': {
    state: 'amended',
    issuedOn: '2015-11-15',
    effectiveFrom: '2016-01-01',
    changedBy: ['87/2020/NĐ-CP', '104/2022/NĐ-CP', '07/2025/NĐ-CP', '18/2026/NĐ-CP'],
  },
  '87/2020/NĐ-CP': { state: 'amended', changedBy: ['07/2025/NĐ-CP'] },
  '62/2021/NĐ-CP': { state: 'expired', changedBy: ['154/2024/NĐ-CP'] },
  '104/2022/NĐ-CP': { issuedOn: '2022-12-21' },
  '95/2023/NĐ-CP': { issuedOn: '2023-12-29' },
  '70/2024/NĐ-CP': { state: 'amended', changedBy: ['58/2026/NĐ-CP'] },
  '154/2024/NĐ-CP': {
    state: 'amended',
    issuedOn: '2024-11-26',
    effectiveFrom: '2025-01-10',
    changedBy: ['58/2026/NĐ-CP'],
  },
  '07/2025/NĐ-CP': { state: 'in_force', issuedOn: '2025-01-09' },
  '25/2025/NĐ-CP': { issuedOn: '2025-02-21' },
  '45/2025/NĐ-CP': { issuedOn: '2025-02-28' },
  '120/2025/NĐ-CP': { state: 'in_force', issuedOn: '2025-06-11', effectiveFrom: '2025-07-01' },
  '137/2025/NĐ-CP': { issuedOn: '2025-06-12' },
  '168/2025/NĐ-CP': { issuedOn: '2025-06-30' },
  '220/2025/NĐ-CP': { issuedOn: '2025-08-07' },
  '351/2025/NĐ-CP': { state: 'in_force', issuedOn: '2025-12-30' },
  '18/2026/NĐ-CP': { state: 'in_force' },
  '58/2026/NĐ-CP': { state: 'in_force', issuedOn: '2026-02-13', effectiveFrom: '2026-03-15' },
  '296/2026/NĐ-CP': { state: 'in_force', issuedOn: '2026-07-23' },
  '320/2026/NĐ-CP': { state: 'in_force', issuedOn: '2026-08-13', effectiveFrom: '2026-09-28' },
  '226/2016/TT-BTC': { state: 'in_force', issuedOn: '2016-11-11' },
  '281/2016/TT-BTC': { state: 'in_force', issuedOn: '2016-11-14' },
  '43/2017/TT-BCA': { issuedOn: '2017-10-20' },
  '85/2019/TT-BTC': { issuedOn: '2019-11-29' },
  '04/2020/TT-BTP': { state: 'amended', changedBy: ['09/2022/TT-BTP', '04/2024/TT-BTP'] },
  '55/2021/TT-BCA': { state: 'expired', issuedOn: '2021-05-15', changedBy: ['116/2026/TT-BCA'] },
  '75/2022/TT-BTC': { issuedOn: '2022-12-22' },
  '03/2023/TT-BTP': { issuedOn: '2023-08-02' },
  '60/2023/TT-BTC': { issuedOn: '2023-09-07' },
  '66/2023/TT-BCA': { state: 'expired', changedBy: ['116/2026/TT-BCA'] },
  '17/2024/TT-BCA': {
    state: 'amended',
    issuedOn: '2024-05-15',
    effectiveFrom: '2024-07-01',
    changedBy: ['53/2025/TT-BCA', '118/2026/TT-BCA'],
  },
  '73/2024/TT-BTC': { state: 'in_force', issuedOn: '2024-10-21' },
  '79/2024/TT-BCA': {
    state: 'amended',
    issuedOn: '2024-11-15',
    effectiveFrom: '2025-01-01',
    changedBy: ['13/2025/TT-BCA', '51/2025/TT-BCA', '37/2026/TT-BCA'],
  },
  '08/2025/TT-BTP': { issuedOn: '2025-06-12' },
  '53/2025/TT-BCA': { issuedOn: '2025-07-01' },
  '54/2025/TT-BCA': { issuedOn: '2025-07-01' },
  '64/2025/TT-BTC': { state: 'in_force', issuedOn: '2025-06-30', effectiveFrom: '2025-07-01' },
  '71/2025/TT-BTC': { issuedOn: '2025-07-01' },
  '37/2026/TT-BCA': { state: 'in_force', effectiveFrom: '2026-06-08' },
  '116/2026/TT-BCA': { state: 'in_force', issuedOn: '2026-06-29', effectiveFrom: '2026-07-01' },
  '117/2026/TT-BTC': { state: 'in_force', effectiveFrom: '2026-08-15' },
  '63/2024/NĐ-CP': { state: 'amended', issuedOn: '2024-06-10' },
  '06/2025/NĐ-CP': { issuedOn: '2025-01-08' },
  '301/2026/NĐ-CP': { state: 'in_force', issuedOn: '2026-07-30', effectiveFrom: '2026-09-01' },
  '09/2022/TT-BTP': { state: 'in_force', issuedOn: '2022-12-30' },
}
