/** A guide to be read, not written: what an officer looks up when somebody asks what held on a day. */
import { List, Stack, Text } from '@mantine/core'
import { valueNames } from '../../../shared/guide-form/index.ts'
import type { Guide } from './words.ts'

type Topic = NonNullable<Guide['topic']>

export function Reading({ topic }: { topic: Topic }) {
  const { title, summary, cases, channels, steps, legalBases } = topic
  return (
    <Stack gap="xs">
      <Text fw={700}>{title}</Text>
      <Text>{summary}</Text>
      {cases.map(({ id, label, documents }) => (
        <div key={id}>
          <Text fw={600}>{label}</Text>
          <List size="sm">
            {documents.map(paper => (
              <List.Item key={paper.id}>
                {paper.condition && `Khi ${paper.condition}: `}
                {paper.name}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
      {channels.map(({ type, procedure, timeLimit, fees }) => (
        <Text key={`${type}${procedure}`} size="sm">
          <b>{valueNames[type] ?? type}:</b> {timeLimit?.text ?? 'nguồn không ghi thời hạn'}
          {fees.map(({ name, amount, text }) => (
            <span key={`${name}${amount}${text}`}>
              {' '}
              · {name}: {amount === null ? (text ?? 'nguồn không ghi') : `${amount.toLocaleString('vi-VN')} đồng`}
            </span>
          ))}
        </Text>
      ))}
      {steps.length > 0 && (
        <List size="sm" type="ordered">
          {steps.map(step => (
            <List.Item key={step.title}>
              <b>{step.title}.</b> {step.text}
            </List.Item>
          ))}
        </List>
      )}
      {legalBases.length > 0 && <Text size="sm">Căn cứ: {legalBases.map(({ number }) => number).join('; ')}</Text>}
    </Stack>
  )
}
