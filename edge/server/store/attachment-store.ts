import type { NewAttachment, StoredAttachment } from '../parts.ts'
import type { Sqlite } from './open.ts'

export type AttachmentStore = ReturnType<typeof attachmentStore>

/** The bytes of documents and photos, each once. */
export function attachmentStore(db: Sqlite) {
  const add = db.prepare<[Uint8Array, string, Uint8Array]>(
    'INSERT INTO attachment (sha256, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  )
  const get = db.prepare<[Uint8Array], StoredAttachment>('SELECT media_type, bytes FROM attachment WHERE sha256 = ?')
  const digests = db.prepare<[], Buffer>('SELECT sha256 FROM attachment ORDER BY rowid').pluck()
  return {
    /** False when the same bytes were kept before; they stay as they are. */
    add: ({ sha256, media_type, bytes }: NewAttachment): boolean =>
      add.run(Buffer.from(sha256, 'hex'), media_type, bytes).changes === 1,
    /** Digests of all that is kept, in the order in which they came. */
    digests: (): string[] => digests.all().map(sha256 => sha256.toString('hex')),
    get: (sha256: string): StoredAttachment | null => get.get(Buffer.from(sha256, 'hex')) ?? null,
  }
}
