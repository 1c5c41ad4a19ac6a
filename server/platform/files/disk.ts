/** Where the bytes lie: a folder beside the data, or a bucket that speaks S3 for a city with several servers. */
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Config } from '../../config.ts'

export async function openDisk({ dataDir, bucket }: Pick<Config, 'dataDir' | 'bucket'>): Promise<Disk> {
  if (!bucket) return new Disk(new FSDriver({ location: join(dataDir, 'files'), visibility: 'private' }))
  // The client for S3 is large: a ward without a bucket does without it.
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new Disk(
    new S3Driver({
      bucket: bucket.name,
      region: bucket.region,
      credentials: { accessKeyId: bucket.keyId, secretAccessKey: bucket.secret },
      visibility: 'private',
      supportsACL: false,
      ...(bucket.endpoint ? { endpoint: bucket.endpoint, forcePathStyle: true } : {}),
    }),
  )
}
