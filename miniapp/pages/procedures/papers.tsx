/** What to bring: first what everybody needs, then what only some do, each with what is done with it at the counter. */
import type { RequiredDocument } from '../../../shared/procedures.ts'

const ROLE: Record<RequiredDocument['role'], string> = {
  form: 'Điền theo mẫu',
  submit: 'Nộp lại',
  present: 'Mang bản chính để đối chiếu, được mang về',
}
const ORDER: RequiredDocument['role'][] = ['form', 'submit', 'present']

export function Papers({ documents }: { documents: readonly RequiredDocument[] }) {
  const sorted = ORDER.flatMap(role => documents.filter(one => one.role === role))
  const needed = sorted.filter(({ condition }) => condition === null)
  const sometimes = sorted.filter(({ condition }) => condition !== null)
  return (
    <>
      {documents.length === 0 && <p>Nguồn không ghi giấy tờ cần có.</p>}
      <PaperList papers={needed} />
      {sometimes.length > 0 && (
        <>
          <h3>Chỉ khi có trường hợp này</h3>
          <PaperList papers={sometimes} />
        </>
      )}
    </>
  )
}

function PaperList({ papers }: { papers: readonly RequiredDocument[] }) {
  if (papers.length === 0) return null
  return (
    <ul className="papers">
      {papers.map(paper => (
        <li key={paper.id}>
          {paper.condition && <span className="paper-when">Khi {paper.condition}: </span>}
          <strong>{paper.name}</strong>
          <span>{[ROLE[paper.role], formNumber(paper), countOf(paper)].filter(Boolean).join(' · ')}</span>
          {paper.note && <span className="paper-note">{paper.note}</span>}
        </li>
      ))}
    </ul>
  )
}

export function formNumber({ form }: Pick<RequiredDocument, 'form'>): string {
  if (!form?.number) return ''
  return /^\d/.test(form.number) ? `mẫu số ${form.number}` : `mẫu ${form.number}`
}

/** What is only shown is always the original, once. A photocopy is counted as one, not as a certified copy. */
export function countOf({ name, role, originals, copies }: RequiredDocument): string {
  if (role === 'present') return ''
  const copy = name.startsWith('Bản photo') ? 'bản' : 'bản sao'
  return [originals ? `${originals} ${role === 'form' ? 'bản' : 'bản chính'}` : '', copies ? `${copies} ${copy}` : '']
    .filter(Boolean)
    .join(', ')
}
