/** Why a transport is no longer open: `closed` was asked for, the others happened to it. */
export interface Closure {
  code: 'closed' | 'comm_lost' | 'comm_timeout'
  detail: string
}

/** A two-way stream of bytes to one device: a serial line or a TCP connection. Made by `transport/open/`. */
export interface ByteTransport {
  /** Chunks as they arrive, at any boundary, for one reader; ends when the transport closes. */
  read(): AsyncIterable<Uint8Array>
  /** Hands the bytes to the line. @throws FlowError comm_lost, comm_timeout (the line is closed then) */
  write(bytes: Uint8Array): Promise<void>
  /** Forgets everything that arrived and was not read. */
  flush(): Promise<void>
  /** Closes; the second call waits for the first. Never rejects and never takes longer than 2 s. */
  close(): Promise<void>
  /** Settles once, for whatever reason the transport ended. */
  readonly closed: Promise<Closure>
}
